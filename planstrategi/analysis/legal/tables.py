"""The requirements as tables: coverage in the period and by year, by kind and status, as one funnel, and their sources."""

from collections import Counter

import pandas as pd

from planstrategi.analysis.legal.coverage import Assessed, assess, period_status
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, legal_basis, recurrence_in_words, why, why_in_period
from planstrategi.analysis.legal.statuses import AKTUELT, STATUS_RANKS, STEP_OF, STEPS
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import percent
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav, Versjon, older_than_basis
from planstrategi.model.vocabulary import KRAVSLAG, RELEVANS, SIKKERHET, STYRKE, STYRKEGRUNNLAG


@columns("krav_id krav hjemmel styrke status planer styrke_grunnlag status_etter_plan svarer kravslag relevans "
         "vedtas_av gjelder_fra sikkerhet vurdert_av forelopig hvorfor kilde")  # fmt: skip
def requirement_coverage(register: Register) -> Rows:
    """Return one row per requirement, always all of them, with its status in the whole period.

    `status` is as known, `status_etter_plan` if all goes as the register says; `planlagt` is never counted as `dekket`.
    What wins over what is `STATUS_RANKS`. A requirement not in force on the register's date is `gjelder ikke`, and
    `gjelder_fra` says when it began or begins. `hjemmel` lists the sections that make the demand; `planer` are ids of
    the plans judged to answer wholly, partly or perhaps, `svarer` the names of all that does; `hvorfor` tells the facts, the
    rule, and the file and line of each. Process requirements have `kravslag` prosesskrav and are counted apart.
    """
    for assessed in assess(register):
        krav, status, day = assessed.krav, period_status(assessed), assessed.day
        versjon = krav.version_on(day) or next((one for one in krav.versjoner if one.fra and one.fra.forst > day), None)
        yield _shared(assessed, versjon) | {
            "krav": krav.navn, "styrke_grunnlag": STYRKEGRUNNLAG[krav.styrke_grunnlag or "ordlyd"],
            "status": status.kjent, "status_etter_plan": status.etter_plan,
            "svarer": tuple(answer.navn for answer in assessed.answers), "vedtas_av": _adopter(krav),
            "gjelder_fra": versjon.fra.tekst if versjon and versjon.fra else None, "hvorfor": why_in_period(assessed),
        }  # fmt: skip


def _shared(assessed: Assessed, versjon: Versjon | None) -> Row:
    """Return what the tables of the period and of its years both tell."""
    krav, sets = assessed.krav, {one.sett.id: one.sett for one in assessed.judged}.values()
    return {
        "krav_id": krav.id, "hjemmel": legal_basis(krav, versjon), "styrke": STYRKE[krav.styrke],
        "planer": tuple(answer.plan for answer in assessed.answers if answer.plan),
        "kravslag": KRAVSLAG[krav.slag], "relevans": krav.relevans, "sikkerhet": versjon.sikkerhet if versjon else None,
        "vurdert_av": "; ".join(dict.fromkeys(sett.hvem for sett in sets)) or None,
        "forelopig": any(sett.forelopig for sett in sets) if sets else None, "kilde": source_of(krav, LAW_CATALOGUE),
    }  # fmt: skip


def _adopter(krav: Lovkrav) -> str:
    return krav.vedtas_av_merknad or krav.vedtas_av.replace("_", " ")


def applying(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a coverage that apply as far as anyone knows: the denominator of every number on them."""
    return frame[frame["status"].isin([status for status, step in STEP_OF.items() if AKTUELT in _with_parents(step)])]


def demanded(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are no process requirements, which are counted apart."""
    return frame[frame["kravslag"] != KRAVSLAG["prosesskrav"]]


@columns("krav_id aar status krav status_etter_plan kravslag relevans styrke frist senest planer hjemmel sikkerhet "
         "vurdert_av forelopig hvorfor kilde")  # fmt: skip
def requirement_years(register: Register) -> Rows:
    """Return one row per requirement and year of the period, always all: the status at the end of the year.

    `frist` is the first due date in the year that is ahead and not known to be met, whatever else is unknown; `senest`
    says that the day rests on an outer limit. The other columns are as in `requirement_coverage`.
    """
    for assessed in assess(register):
        for year in assessed.years:
            dato, senest = year.due.frist if year.due else (None, None)
            yield _shared(assessed, year.versjon) | {
                "aar": year.aar, "krav": assessed.krav.label, "status": year.status.kjent, "frist": dato, "senest": senest,
                "status_etter_plan": year.status.etter_plan, "hvorfor": why(assessed, year),
            }  # fmt: skip


def core_by_year(register: Register) -> pd.DataFrame:
    """Return the rows of `requirement_years` for what belongs in a planstrategi, without the process, strongest first."""
    frame = demanded(requirement_years(register))
    return by_strength(frame[frame["relevans"] == "kjerne"])


def by_strength(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows of `requirement_years` for a chart, strongest first.

    `gruppe` is the strength and the kind in words, `dag` the day and month of `frist`.
    """
    ordered = frame.sort_values(["styrke", "kravslag"], key=lambda words: words.map(STRONGEST_FIRST.index), kind="stable")
    group = ordered["styrke"].str.capitalize() + " – " + ordered["kravslag"]
    return ordered.assign(gruppe=group, dag=ordered["frist"].fillna("").map(in_words).str[:6])


STRONGEST_FIRST = [*STYRKE.values(), *KRAVSLAG.values()]


def core_counts_by_year(register: Register) -> pd.DataFrame:
    """Return `core_by_year` in short: how many requirements (`antall`) have each `status`.

    In each year (`rad`) of the first `gruppe`, and of each kind (`rad`) at the end of the period in the second.
    """
    core, last = core_by_year(register), register.periode.til
    by_year = core.assign(gruppe="Ved utgangen av året", rad=core["aar"].astype(str))
    by_kind = core[core["aar"] == last].assign(gruppe=f"Ved utgangen av {last}, etter slag", rad=core["kravslag"])
    rows = pd.concat([by_year, by_kind.assign(rad=by_kind["rad"].str.capitalize())])
    return rows.groupby(["gruppe", "rad", "status"], sort=False).size().rename("antall").reset_index()


@columns("status betyr steg vinner_i_aaret vinner_i_perioden antall_krav antall_etter_plan")
def status_table(register: Register) -> Rows:
    """Return the table of statuses: what each means, its step of `lovtrakt`, which wins, and how many have it.

    Process requirements are with them, as in `lovtrakt`: the statuses of a step add up to it.
    """
    counted = requirement_coverage(register)
    known, planned = (counted[name].value_counts() for name in ("status", "status_etter_plan"))
    for status, betyr, i_aaret, i_perioden, steg in STATUS_RANKS:
        yield {
            "status": status, "betyr": betyr, "steg": steg, "vinner_i_aaret": i_aaret, "vinner_i_perioden": i_perioden,
            "antall_krav": int(known.get(status, 0)), "antall_etter_plan": int(planned.get(status, 0)),
        }  # fmt: skip


@columns("kravslag status antall_krav")
def by_kind(register: Register) -> pd.DataFrame:
    """Return the number of requirements per kind and status, process requirements included as a kind of their own."""
    frame = requirement_coverage(register)
    cells = pd.MultiIndex.from_product([KRAVSLAG.values(), STEP_OF], names=["kravslag", "status"])
    return frame.groupby(["kravslag", "status"]).size().reindex(cells, fill_value=0).rename("antall_krav").reset_index()


@columns("krav_id krav innhold hjemmel styrke styrke_grunnlag kravslag relevans vilkaar vedtas_av eget_dokument gjentakelse "
         "sikkerhet kilde")  # fmt: skip
def catalogue(register: Register) -> Rows:
    """Return the requirements as the national catalogue has them: what is demanded, by what, and when again."""
    for krav in register.requirements():
        yield {
            "krav_id": krav.id, "krav": krav.navn, "innhold": krav.innhold, "hjemmel": legal_basis(krav),
            "styrke": STYRKE[krav.styrke], "styrke_grunnlag": STYRKEGRUNNLAG[krav.styrke_grunnlag or "ordlyd"],
            "kravslag": KRAVSLAG[krav.slag], "relevans": RELEVANS[krav.relevans],
            "vilkaar": krav.vilkaar, "vedtas_av": _adopter(krav), "eget_dokument": krav.eget_dokument,
            "gjentakelse": tuple(map(recurrence_in_words, krav.gjentakelse)), "sikkerhet": krav.kilde.sikkerhet,
            "kilde": source_of(krav, LAW_CATALOGUE),
        }  # fmt: skip


PARENTS = {step.steg: step.del_av for step in STEPS}


@columns("steg kravslag styrke antall antall_kjerne del_av betyr kilde")
def funnel(register: Register) -> Rows:
    """Return how many requirements stand in each step, by kind and strength, as known on the register's date.

    The parts of a step (`del_av`) add up to it, for every kind and strength the catalogue has; none is a row with 0. A
    requirement is counted in the step of its status in the period (`STATUS_RANKS`) and in all that step is a part of.
    `antall_kjerne` are those that belong in a planstrategi.
    """
    frame = requirement_coverage(register)[["kravslag", "styrke", "status", "relevans"]]
    every, core = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for slag, styrke, status, relevans in frame.itertuples(index=False):
        cells = [(step, slag, styrke) for step in _with_parents(STEP_OF[status])]
        every.update(cells)
        core.update(cells if relevans == "kjerne" else ())
    for step in STEPS:
        for slag, styrke in dict.fromkeys(zip(frame["kravslag"], frame["styrke"], strict=True)):
            cell = (step.steg, slag, styrke)
            counts = {"kravslag": slag, "styrke": styrke, "antall": every[cell], "antall_kjerne": core[cell]}
            yield counts | step._asdict() | {"kilde": LAW_CATALOGUE}


def _with_parents(steg: str) -> tuple[str, ...]:
    return (steg, *_with_parents(PARENTS[steg])) if steg else ()


def law_counts(register: Register, *strengths: str, process: bool = False) -> "pd.Series[int]":
    """Return how many requirements of some strengths (`skal` when none is given) stand in each step, in the order of `STEPS`.

    Process requirements are counted only when asked for, and then alone.
    """
    frame = funnel(register)
    frame = frame[frame["kravslag"] == KRAVSLAG["prosesskrav"]] if process else demanded(frame)
    frame = frame[frame["styrke"].isin(strengths or (STYRKE["skal"],))]
    return frame.groupby("steg")["antall"].sum().reindex([step.steg for step in STEPS], fill_value=0)


@columns("maal antall av prosent mangler")
def source_audit(register: Register) -> Rows:
    """Return, per measure, how many entries of the catalogue have it, of how many, the share, and which have not.

    `mangler` lists ids; `prosent` has one decimal.
    """
    entries = register.requirements()
    versions = [(krav, versjon) for krav in entries for versjon in krav.versjoner]
    known = {(text.lov, text.lovsted) for text in register.law_texts()}
    cited = [(krav, one) for krav in entries for one in krav.hjemmel]
    unchecked = [(k.id, v.kontrollert is not None) for k, v in versions if not (k.rests_on_law or v.til)]
    days = sorted({krav.kilde.kontrollert for krav in entries if krav.kilde.kontrollert})
    return [
        _measure("Krav med lenke til det som er lest", [(k.id, bool(k.kilde.lenke)) for k in entries]),
        _measure("Krav med dag teksten er lest per", [(k.id, bool(k.kilde.kontrollert)) for k in entries]),
        *(_has(f"Krav lest per {in_words(day)}", [(k.id, k.kilde.kontrollert == day) for k in entries]) for day in days),
        *(_has(f"Krav med sikkerhet {word}", [(k.id, k.kilde.sikkerhet == word) for k in entries]) for word in SIKKERHET),
        _measure("Krav med hjemmel", [(k.id, bool(k.hjemmel)) for k in entries]),
        _measure("Hjemler med lagret lovtekst", [(k.id, (one.lov, one.label) in known) for k, one in cited]),
        _measure("Versjoner der teksten er lest", [(k.id, v.sikkerhet == "bekreftet") for k, v in versions]),
        _measure("Versjoner med startdato", [(k.id, v.fra is not None) for k, v in versions]),
        _measure("Åpne versjoner av det som ikke er lov, med dag for kontroll", unchecked),
        _measure("Krav der styrken står i ordlyden", [(k.id, k.styrke_grunnlag != "slutning") for k in entries]),
        _measure("Versjoner som ikke er eldre enn hjemmelen", [(k.id, not older_than_basis(k, v)) for k, v in versions]),
    ]


def _measure(name: str, entries: list[tuple[str, bool]]) -> Row:
    return _has(name, entries) | {"mangler": tuple(dict.fromkeys(krav for krav, yes in entries if not yes))}


def _has(name: str, entries: list[tuple[str, bool]]) -> Row:
    has, entered = sum(yes for _, yes in entries), len(entries)
    # that an entry is not of this day, or of this certainty, is no lack
    return {"maal": name, "antall": has, "av": entered, "prosent": percent(has, entered) or 0.0, "mangler": ()}


@columns("lov_id lov lovsted antall_ledd avtrykk krav kilde")
def stored_texts(register: Register) -> Rows:
    """Return the sections whose text is stored, with the fingerprint a judgement carries, and who cites them."""
    names, citing = dict[str, str](), dict[tuple[str, str], dict[str, None]]()
    for krav_id, one in ((krav.id, one) for krav in register.requirements() for one in krav.hjemmel):
        names[one.lov] = one.tittel
        citing.setdefault((one.lov, one.label), {})[krav_id] = None
    for text in register.law_texts():
        yield {
            "lov_id": text.lov, "lov": names.get(text.lov), "lovsted": text.lovsted, "antall_ledd": text.ledd,
            "avtrykk": text.avtrykk, "krav": tuple(citing.get((text.lov, text.lovsted), ())),
            "kilde": source_of(text, "nasjonalt/lovtekst/innhold.yaml"),
        }  # fmt: skip
