"""Why a requirement has the status it has: the facts, the rule, and the file and line of each."""

from planstrategi.analysis.legal.answers import Answer
from planstrategi.analysis.legal.coverage import Assessed, YearStatus, last_days, left_out, weakest_year
from planstrategi.analysis.legal.recurrence import DATED_RULES, NEVER_ENDS, said
from planstrategi.analysis.legal.statuses import ANNEN_ORDLYD, UDEKKET
from planstrategi.analysis.shared.editions import Edition
from planstrategi.analysis.shared.sentences import in_order
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import in_words
from planstrategi.model.judgements import LEGAL_JUDGEMENTS
from planstrategi.model.requirements import Gjentakelse, Hjemmel, Lovkrav, Versjon
from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_VURDERT, REGEL

LAW_CATALOGUE = "nasjonalt/lovkrav.yaml"


def cited(hjemmel: Hjemmel) -> str:
    """Return a legal basis as people write it: kommuneloven § 23-3 andre ledd."""
    ledd = f"{ORDINALS.get(hjemmel.ledd, f'{hjemmel.ledd}.')} ledd" if hjemmel.ledd else ""
    return in_order(hjemmel.tittel, hjemmel.label, ledd, hjemmel.naermere or "")


ORDINALS = {1: "første", 2: "andre", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette", 7: "sjuende", 8: "åttende"}


def legal_basis(krav: Lovkrav, versjon: Versjon | None = None) -> tuple[str, ...]:
    """Return the places that make the demand, or are cited because they make none; not those that fill it in.

    A version that rested on other places than the requirement does today has its own.
    """
    places = versjon.hjemmel if versjon and versjon.hjemmel else krav.hjemmel
    return tuple(cited(one) for one in places if one.rolle != "utfyller")


def recurrence_in_words(rule: Gjentakelse) -> str:
    """Return a rule of recurrence in words."""
    limit = (
        f", innen {rule.innen_maaneder} måneder etter konstitueringen" if rule.innen_maaneder and not rule.dager_foer
        else f", innen utgangen av {rule.utgangen_av_aar}. år etter konstitueringen" if rule.utgangen_av_aar is not None
        else f", innen {int(rule.dag[3:])}.{int(rule.dag[:2])}." if rule.dag
        else f": {rule.hvert} år" if rule.hvert
        else f": {in_words(rule.dato)}" if rule.dato
        else f": {rule.hendelse}" if rule.hendelse
        else ""
    )  # fmt: skip
    return REGEL[rule.regel] + limit + (f", første gang innen {in_words(rule.innen)}" if rule.innen else "")


def why(assessed: Assessed, year: YearStatus) -> str:
    """Return in sentences why a requirement has its status in a year."""
    return " ".join([*_sentences(assessed, year), f"Derfor: {year.status.kjent}."])


def why_in_period(assessed: Assessed) -> str:
    """Return in sentences why a requirement has its status in the whole period: the reason of the weakest year."""
    if not assessed.krav.version_on(assessed.day):
        return f"Kravet er ikke i kraft {in_words(assessed.day)}{_begins(assessed, assessed.day)}. Derfor: {GJELDER_IKKE}."
    year = weakest_year(assessed)
    # no year is weaker than the others where nobody has judged any
    weakest = "" if year.status.kjent == IKKE_VURDERT else f"Svakest i {year.aar}: "
    return weakest + why(assessed, year)


def _begins(assessed: Assessed, day: str) -> str:
    later = [one for one in assessed.krav.versjoner if one.fra and one.fra.forst > day]
    starts = f", men fra {in_words(later[0].fra.tekst)}" if later and later[0].fra else ""
    return f"{starts} ({source_of(assessed.krav, LAW_CATALOGUE)})"


def _sentences(assessed: Assessed, year: YearStatus) -> list[str]:
    end, versjon = f"{year.aar}-12-31", year.versjon
    if versjon is None:
        return [f"Kravet er ikke i kraft ved utgangen av {year.aar}{_begins(assessed, end)}."]
    start = _doubts(assessed.krav, versjon)
    if assessed.krav.slag == "prosesskrav":
        return [*start, *_process(assessed, year)]
    if left := left_out(assessed, end):
        when = f"{in_words(left.dato)} i sak {left.sak}, til {in_words(left.til)}"
        return [*start, f"Bestemt av {left.hvem} {when}: {left.grunn} ({source_of(left, LEGAL_JUDGEMENTS)})."]
    if year.status.kjent == ANNEN_ORDLYD:
        days = {in_words(one.sett.wording_of(one.vurdering)): one.place for one in assessed.judged}
        said = (f"Vurdert mot ordlyden fra {day}, men i {year.aar} gjelder en annen ({place})." for day, place in days.items())
        return [*start, *said, *_due(assessed, year)]
    found, answers = assessed.in_wording(versjon)
    judged = [f"{one.vurdering.grunn} ({one.place})" for one in found] or ["Ingen har vurdert kravet."]
    return [*start, *([_fact(assessed, answer) for answer in answers] or judged), *_due(assessed, year)]


def _doubts(krav: Lovkrav, versjon: Versjon) -> list[str]:
    never, told = krav.never_checked(versjon), "" if krav.rests_on_law or versjon.til else versjon.merknad or ""
    said = "At dette fortsatt gjelder, er ikke kontrollert" if never else "Hvordan kravet lød da, er ikke lest"
    said = f"Sist kontrollert {in_words(versjon.kontrollert)}" if versjon.kontrollert else said
    said += f"; utgaven er {versjon.sikkerhet} ({source_of(versjon, LAW_CATALOGUE)})."
    return [in_order(said, told)] if never or versjon.sikkerhet != "bekreftet" else []


def _process(assessed: Assessed, year: YearStatus) -> list[str]:
    shown = assessed.shown
    sentences = [f"{SHOWN[one.gjort or '']} ({source_of(one)}). {one.merknad or one.tekst}" for one in assessed.prosess]
    if shown and not any(one.gjort for one in assessed.prosess):
        sentences = [f"{SHOWN[shown.gjort]} ({shown.kilde}). {shown.tekst}"]
    if not sentences:
        return ["Registeret sier ingenting om det; ukjent."]
    if year.status.kjent == GYLDIGHET_UKJENT:
        sentences.append("Kommunestyret har gjort det når planstrategien er vedtatt, og når det var, er ikke kjent.")
    return sentences


SHOWN = {
    "ja": "Kilden viser at det er gjort",
    "delvis": "Kilden viser at en del er gjort",
    "nei": "Kilden viser at det ikke er gjort",
    "": "Kilden viser ikke om det er gjort",
}


def _fact(assessed: Assessed, answer: Answer) -> str:
    planned = "; ".join(dict.fromkeys(one.ord for one in answer.planned))
    lowered = answer.svar == "helt" and "delvis" in (answer.svar_naa, answer.svar_neste)
    return in_order(
        f"{answer.navn} svarer {answer.svar}: {answer.grunn} ({answer.vurdert})",
        f"{_edition(assessed, answer)} ({answer.kilde}).",
        f"Ny utgave etter registeret: {planned}." if planned else "",
        "Kommunestyret selv skal vedta, så et administrativt vedtak svarer bare delvis." if lowered else "",
    )


def _edition(assessed: Assessed, answer: Answer) -> str:
    edition = answer.edition
    what = "Planstrategien" if answer.planstrategien else "Gjeldende utgave"
    if edition.finnes is False:
        return "Planen er ny; ingen utgave gjelder"
    if edition.finnes is None and edition.dato is None:
        return f"{what}: det er ikke kjent om eller når den er vedtatt{_until(edition)}"
    made = f"{edition.hendelse} {in_words(edition.dato.tekst)}" if edition.dato else "gjelder, men datoen er ikke kjent"
    return f"{what}: {made}, {ADOPTED[edition.politisk]}{_until(edition)}{_by_rules(assessed, edition)}"


ADOPTED = {True: "vedtatt politisk", False: "vedtatt administrativt", None: "hvem som vedtok, er ikke kjent"}


def _until(edition: Edition) -> str:
    if edition.slutter_ukjent:
        return ", skal oppheves eller erstattes på et tidspunkt som ikke er kjent"
    return f", gyldig til {in_words(edition.til)}" if edition.til else ""


def _by_rules(assessed: Assessed, edition: Edition) -> str:
    late = last_days(assessed, edition)[1]
    if edition.dato is None or late in (NEVER_ENDS, edition.til):
        return ""
    rules = ", ".join(dict.fromkeys(rule.etter for rule in assessed.krav.gjentakelse if rule.regel in DATED_RULES))
    return f", og møter kravet til og med {in_words(late)} etter {rules}"


def _due(assessed: Assessed, year: YearStatus) -> list[str]:
    later = (one for one in assessed.due if one.frist.dato > f"{year.aar}-12-31")
    ahead = next(later, None) if year.status.kjent in (UDEKKET, GYLDIGHET_UKJENT) else None
    after = "" if ahead in assessed.due[:1] else f" etter {year.aar}"
    words, due = ("Frist", year.due) if year.due else (f"Neste frist{after} er", ahead)
    return [f"{words} {said(due.frist)} etter {due.rule.etter} ({source_of(due.rule, LAW_CATALOGUE)})."] if due else []
