"""Registers with expectations, and the judgements of them, in as few words as a test can do with."""

from collections.abc import Iterable
from pathlib import Path

from registers import ROOT, SMALL

import planstrategi as ps
from planstrategi.model.register import Register

# the invented catalogues are known as of this day; the invented register is as of 30.06.2024
CATALOGUE = "per_dato: 2024-06-01\nkilde: Oppdiktet.\ndokumenter: "
IN_FORCE = "[{fra: 2020-01-01}]"
Fields = str | dict[str, str]


def listed(ids: Fields, form: str) -> str:
    """Return records in YAML: ids in one string, or ids with the fields that each has besides those of the form."""
    records = ids if isinstance(ids, dict) else dict.fromkeys(ids.split(), "")
    rows = (form.format(id=name, number=number) for number, name in enumerate(records, 1))
    return f"[{', '.join(f'{{{row}, {more}}}' for row, more in zip(rows, records.values(), strict=True))}]"


def points(ids: Fields) -> str:
    return listed(ids, "id: {id}, tekst: Punkt {id}, sikkerhet: bekreftet")


def chapters(ids: Fields) -> str:
    return "kapitler: " + listed(ids, "id: {id}, nr: {number}, navn: Kapittel {id}, sikkerhet: bekreftet")


def document(
    ids: Fields, utgaver: str = IN_FORCE, more: str = "", *, name: str = "nf", slag: str = "nasjonale_forventninger"
) -> str:
    """Return a document in YAML, with the points outside its chapters; without `utgaver` it is not adopted."""
    editions = f"utgaver: {utgaver}, " if utgaver else ""
    return f"[{{id: {name}, navn: {name.upper()}, slag: {slag}, {editions}forventninger: {points(ids)}, {more}}}]"


def sett(name: str, *pairs: str, naar: str = "2024-06-30", forelopig: str = "nei", more: str = "") -> str:
    """Return a set of judgements in YAML; a pair is written «plan expectation grade», with its ground if it matters.

    The planstrategi itself is judged in place of a plan when it is called `planstrategien`.
    """
    rows = [
        f"{{{'planstrategien: ja' if plan == 'planstrategien' else f'plan: {plan}'}, forventning: {what}, grad: {grad},"
        f" grunnlag: {ground}, grunn: {name} om {what}}}"
        for plan, what, grad, ground in (_with_ground(*pair.split()) for pair in pairs)
    ]
    head = f"id: {name}, hvem: Leser {name}, naar: {naar}, grunnlag: Lesning, forelopig: {forelopig}"
    return f"{{{head}, {f'{more}, ' if more else ''}vurderinger: [{', '.join(rows)}]}}"


def _with_ground(plan: str, what: str, grad: str, ground: str = "") -> tuple[str, str, str, str]:
    return plan, what, grad, ground or ("taus" if grad == "ingen" else "kommentar")


def write_and_load(
    folder: Path,
    plans: Fields = "a",
    areas: Fields = "",
    judged: Iterable[str] = (),
    *,
    national: str = "[]",
    regional: str = "",
    goals: str = "",
    dato: str = "",
) -> Register:
    """Load the smallest register with these plans, own areas, sets of judgements and documents."""
    local = folder / "kommuner" / "prove"
    rows = listed(
        plans, "id: {id}, navn: Plan {id}, plantype: temaplan, kilde: {{tabell: temaplan, rad: {number}}}, ansvarlig: nord"
    )
    own = listed(areas, "id: {id}, navn: Område {id}, kilde: {{avsnitt: Lokalt}}")
    files = {
        folder / "nasjonalt" / "plantyper.yaml": (ROOT / "tests/data/nasjonalt/plantyper.yaml").read_text("utf-8"),
        folder / "nasjonalt" / "nasjonale_forventninger.yaml": CATALOGUE + national,
        folder / "nasjonalt" / "baerekraftsmaal.yaml": goals,
        folder / "regionalt" / "provefylke" / "forventninger.yaml": regional and CATALOGUE + regional,
        local / "register.yaml": SMALL.replace("antall_rader: 1", f"antall_rader: {rows.count('rad: ')}")
        + f"satsingsomraader: {own}\nplaner: {rows}\n",
        local / "vurderinger" / "forventninger.yaml": f"per_dato: 2024-12-31\nsett: [{', '.join(judged)}]\n",
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, "utf-8")
    return ps.load(local, dato or None)


def column(register: Register, name: str, table: str = "forventninger", key: str = "forventning_id") -> dict:
    return ps.table(table, register).set_index(key)[name].to_dict()
