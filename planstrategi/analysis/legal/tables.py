"""The requirements as tables: coverage in the period and per year, by kind, and the words for each status."""

import pandas as pd

from planstrategi.analysis.legal.coverage import STATUS_RANKS, Assessed, YearStatus, assess, period_status, version_on
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, legal_basis, recurrence, why, why_in_period
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav
from planstrategi.model.vocabulary import KRAVSLAG, RELEVANS, STYRKE

# what nobody has to meet on the register's date
GJELDER_IKKE, IKKE_AKTUELT = "gjelder ikke", "ikke aktuelt"


def requirement_coverage(register: Register) -> pd.DataFrame:
    """Return one row per requirement, always all of them, with its status in the whole period.

    `status` is as known, `status_etter_plan` if all goes as the register says; `planlagt` is never counted as `dekket`.
    What wins over what is `coverage.RANKS`. A requirement not in force on the register's date is `gjelder ikke`, and
    `gjelder_fra` says when it began or begins. `hjemmel` lists the sections that make the demand; `planer` are ids of
    the plans judged to answer wholly or partly, `svarer` the names of all that does; `hvorfor` tells the facts, the
    rule, and the file and line of each. Process requirements have `kravslag` prosesskrav and are counted apart.
    """
    rows = [_row(register, assessed) for assessed in assess(register)]
    return pd.DataFrame(rows, columns=COVERAGE_COLUMNS)


COVERAGE_COLUMNS = (
    "krav_id", "krav", "hjemmel", "styrke", "status", "planer", "status_etter_plan", "svarer", "kravslag", "relevans",
    "vedtas_av", "gjelder_fra", "sikkerhet", "vurdert_av", "forelopig", "hvorfor", "kilde",
)  # fmt: skip


def _row(register: Register, assessed: Assessed) -> tuple[object, ...]:
    krav, day = assessed.krav, register.per_dato
    known, planned = period_status(assessed, day)
    versjon = version_on(krav, day) or next((one for one in krav.versjoner if one.fra and one.fra.forst > day), None)
    return (
        krav.id, krav.navn, legal_basis(krav, versjon), STYRKE[krav.styrke], known, _plans(assessed), planned,
        tuple(answer.navn for answer in assessed.answers), KRAVSLAG[krav.slag], krav.relevans, _adopter(krav),
        versjon.fra.tekst if versjon and versjon.fra else None, versjon.sikkerhet if versjon else None,
        *_judges(assessed), why_in_period(assessed), source_of(krav, LAW_CATALOGUE),
    )  # fmt: skip


def _plans(assessed: Assessed) -> tuple[str, ...]:
    return tuple(answer.id for answer in assessed.answers if answer.is_plan)


def _judges(assessed: Assessed) -> tuple[str | None, bool | None]:
    sets = {one.sett.id: one.sett for one in assessed.judged}.values()
    if not sets:
        return None, None
    return "; ".join(dict.fromkeys(sett.hvem for sett in sets)), any(sett.forelopig for sett in sets)


def _adopter(krav: Lovkrav) -> str:
    return krav.vedtas_av_merknad or krav.vedtas_av.replace("_", " ")


def applying(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `coverage` that somebody has to meet: the denominator of every number on them."""
    return frame[~frame["status"].isin((GJELDER_IKKE, IKKE_AKTUELT))]


def demanded(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are no process requirements, which are counted apart."""
    return frame[frame["kravslag"] != KRAVSLAG["prosesskrav"]]


def requirement_years(register: Register) -> pd.DataFrame:
    """Return one row per requirement and year of the period, always all: the status at the end of the year.

    `frist` is the due date that is not met, when the status is `frist i året`; `senest` says that the day rests on an
    outer limit. The other columns are as in `coverage`.
    """
    rows = [_year_row(assessed, year) for assessed in assess(register) for year in assessed.years]
    return pd.DataFrame(rows, columns=YEAR_COLUMNS)


YEAR_COLUMNS = (
    "krav_id", "aar", "status", "krav", "status_etter_plan", "kravslag", "relevans", "styrke", "frist", "senest",
    "planer", "hjemmel", "sikkerhet", "vurdert_av", "forelopig", "hvorfor", "kilde",
)  # fmt: skip


def _year_row(assessed: Assessed, year: YearStatus) -> tuple[object, ...]:
    krav, status = assessed.krav, year.status
    due = status.frist[0] if status.frist else None
    return (
        krav.id, year.aar, status.kjent, krav.label, status.etter_plan, KRAVSLAG[krav.slag], krav.relevans,
        STYRKE[krav.styrke], due.dato if due else None, due.senest if due else None, _plans(assessed),
        legal_basis(krav, year.versjon), year.versjon.sikkerhet if year.versjon else None, *_judges(assessed),
        why(assessed, year), source_of(krav, LAW_CATALOGUE),
    )  # fmt: skip


def status_table(register: Register) -> pd.DataFrame:
    """Return the table of statuses: what each means, which wins in a year and in the period, and how many have it.

    Process requirements are counted apart, in `by_kind`.
    """
    counted = demanded(requirement_coverage(register))
    known, planned = (counted[name].value_counts() for name in ("status", "status_etter_plan"))
    rows = [
        (rank.status, rank.betyr, rank.i_aaret, rank.i_perioden, int(known.get(rank.status, 0)),
         int(planned.get(rank.status, 0)))
        for rank in STATUS_RANKS
    ]  # fmt: skip
    columns = ["status", "betyr", "vinner_i_aaret", "vinner_i_perioden", "antall_krav", "antall_etter_plan"]
    return pd.DataFrame(rows, columns=columns)


def by_kind(register: Register) -> pd.DataFrame:
    """Return the number of requirements per kind and status, process requirements included as a kind of their own."""
    frame = requirement_coverage(register)
    cells = pd.MultiIndex.from_product([KRAVSLAG.values(), [rank.status for rank in STATUS_RANKS]], names=["kravslag", "status"])
    counts = frame.groupby(["kravslag", "status"]).size().reindex(cells, fill_value=0)
    return counts.rename("antall_krav").reset_index()


def catalogue(register: Register) -> pd.DataFrame:
    """Return the requirements as the national catalogue has them: what is demanded, by what, and when again."""
    rows = [
        (krav.id, krav.navn, krav.innhold, legal_basis(krav), STYRKE[krav.styrke], KRAVSLAG[krav.slag],
         RELEVANS[krav.relevans], krav.vilkaar, _adopter(krav), krav.eget_dokument,
         tuple(map(recurrence, krav.gjentakelse)), krav.kilde.sikkerhet, source_of(krav, LAW_CATALOGUE))
        for krav in register.requirements()
    ]  # fmt: skip
    columns = ["krav_id", "krav", "innhold", "hjemmel", "styrke", "kravslag", "relevans", "vilkaar", "vedtas_av",
               "eget_dokument", "gjentakelse", "sikkerhet", "kilde"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
