"""INN2xx: what of the source could not be read for certain, and nobody has answered yet."""

from planstrategi.checks.rules import Hit, Hits, intake_rule
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.intake import Innlesingsfil
from planstrategi.model.problem import ADVARSEL, KEEPER, MERKNAD
from planstrategi.model.register import Register

ANSWER = "svar ved hvert spørsmål, eller avklart: ja når alt er sett på"


@intake_rule("INN201", ADVARSEL, "Kilden lot seg ikke lese sikkert, og ingen har svart.", ANSWER, "tvil avklart", KEEPER)
def doubt_unanswered(file: Innlesingsfil, register: Register) -> Hits:
    """A doubt from the reading of the source stands until a person has answered it."""
    for row in file.rader:
        if doubts := row.open_doubts():
            more = f" … og {len(doubts) - 1} spørsmål til" if doubts[1:] else ""
            yield row, Hit("tvil", f"{row.navn}: «{doubts[0].spoersmaal}»{more}", "svar: ja, svar: nei eller det som er riktig")


@intake_rule("INN202", ADVARSEL, "Noe i kilden lot seg ikke plassere, og ingen har sett på det.", "avklart: ja når det er ført, eller ikke skal føres", "ikke_plassert avklart", KEEPER)  # fmt: skip
def not_placed(file: Innlesingsfil, register: Register) -> Hits:
    """What stood in or beside a plan table is not dropped in silence."""
    for one in file.ikke_plassert:
        if not one.avklart:
            yield one, Hit("tekst", one.tekst, "avklart: ja")


@intake_rule("INN203", MERKNAD, "Planen raden ble til, finnes ikke i registeret.", "en plan i registeret", "plan", KEEPER)
def read_row_without_plan(file: Innlesingsfil, register: Register) -> Hits:
    """A row that was read is a plan until somebody has found that it is none, or the same as another."""
    known = register.plans_by_id()
    for row in file.rader:
        if row.plan and row.plan not in known and not row.avklart:
            yield row, Hit("plan", row.plan, "Rett id-en, eller skriv avklart: ja når planen med vilje er slettet.")


@intake_rule("INN204", MERKNAD, "Svaret er nei, og raden er ikke satt til avklart: ja etter retting.", "registeret rettet, og avklart: ja på raden", "tvil avklart", KEEPER)  # fmt: skip
def answered_with_no(file: Innlesingsfil, register: Register) -> Hits:
    """What is not as it was read is put right in the register before the row is done with."""
    for row in file.rader:
        for one in row.tvil:
            if not row.avklart and (one.svar or "").casefold() == "nei":
                write = f"Rett {one.felt} i {REGISTERFIL} om det står der, og skriv avklart: ja på raden når alt i den er rett."
                yield row, Hit("tvil", f"{row.navn}: «{one.spoersmaal}»", write)
