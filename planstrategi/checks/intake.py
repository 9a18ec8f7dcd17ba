"""INN2xx: what of the source could not be read for certain, and nobody has answered yet."""

from planstrategi.checks.rules import Hit, Hits, intake_rule
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.fields import folder_name
from planstrategi.model.intake import Innlesingsfil, InnlestRad, Tvil
from planstrategi.model.problem import ADVARSEL, KEEPER, MERKNAD
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import SVARES_I

ANSWER = "svar ved hvert spørsmål, eller avklart: ja når alt er sett på"


@intake_rule("INN201", ADVARSEL, "tvil avklart", KEEPER)
def doubt_unanswered(file: Innlesingsfil, register: Register) -> Hits:
    """A doubt from the reading of the source stands until a person has answered it."""
    for row in file.rader:
        if doubts := row.open_doubts():
            more = f" … og {len(doubts) - 1} spørsmål til" if doubts[1:] else ""
            write = (
                f"svar: det som er riktig, og før det i {REGISTERFIL}"
                if doubts[0].is_open
                else "svar: ja, svar: nei eller det som er riktig"
            )
            yield row, Hit("tvil", f"{row.navn}: «{doubts[0].spoersmaal}»{more}", write)


@intake_rule("INN202", ADVARSEL, "ikke_plassert avklart", KEEPER)
def not_placed(file: Innlesingsfil, register: Register) -> Hits:
    """What stood in or beside a plan table is not dropped in silence."""
    for one in file.ikke_plassert:
        if not one.avklart:
            yield one, Hit("tekst", one.tekst, "avklart: ja")


@intake_rule("INN203", MERKNAD, "plan", KEEPER)
def read_row_without_plan(file: Innlesingsfil, register: Register) -> Hits:
    """A row that was read is a plan until somebody has found that it is none, or the same as another."""
    known = register.plans_by_id()
    for row in file.rader:
        if row.plan and row.plan not in known and not row.avklart:
            yield row, Hit("plan", row.plan, "Rett id-en, eller skriv avklart: ja når planen med vilje er slettet.")


@intake_rule("INN204", MERKNAD, "tvil avklart", KEEPER)
def answered_with_no(file: Innlesingsfil, register: Register) -> Hits:
    """What is not as it was read is put right in the register before the row is done with."""
    for row in file.rader:
        for one in row.tvil:
            if not row.avklart and (one.svar or "").casefold() == "nei":
                write = f"Rett {one.felt} i {REGISTERFIL} om det står der, og skriv avklart: ja på raden når alt i den er rett."
                yield row, Hit("tvil", f"{row.navn}: «{one.spoersmaal}»", write)


@intake_rule("INN205", ADVARSEL, "tvil avklart", KEEPER)
def answer_not_written(file: Innlesingsfil, register: Register) -> Hits:
    """The record of a reading is deleted when all is answered: an answer that the register does not say, is lost with it."""
    for row in file.rader:
        for one in row.tvil if not row.avklart else ():
            felter = SVARES_I.get(one.felt, one.felt).split() if one.is_open else [one.felt]
            answered = one.svar and one.svar.casefold() != "nei"
            if answered and not any(_says(felt, one, row, register) for felt in felter):
                write = f"Før det i {' eller '.join(felter)} i {REGISTERFIL}."
                yield one, Hit("svar", f"{row.navn}: «{one.spoersmaal}» {one.svar}", write)


def _says(felt: str, one: Tvil, row: InnlestRad, register: Register) -> bool:
    """Whether the register says something of a row that was not there before the answer, the answer itself, or what was read."""
    # what is asked of a table, is said by its plans
    plans = [plan for plan in register.planer if plan.id == row.plan or (not row.rad and plan.kilde.tabell == row.tabell)]
    values = [getattr(plan, felt, None) for plan in plans]
    written = {folder_name(str(each)) for value in values for each in (value if isinstance(value, tuple) else (value,)) if each}
    if felt == "erstattes_av":
        written |= {other.id for other in register.planer if row.plan in other.erstattes_av}
    proposed = {folder_name(other.verdi) for other in row.forslag if other.felt == felt}
    if felt == "merket_betyr":
        return not row.tabell or any(table.id == row.tabell and table.merket_betyr for table in register.tabeller)
    if one.is_open and plans:
        return bool(written) and (written != proposed or folder_name(one.svar or "") in written)
    return bool(written) or not (plans and proposed)
