"""A register → the register.yaml of the next period: what goes on, each plan with why, and at the end what is left out."""

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planstrategi.analysis.revision.carry_over import Outcome, next_period, outcomes
from planstrategi.model.data_files import REGISTERFIL, files_by_schema
from planstrategi.model.plan import Plan, Rad
from planstrategi.model.problem import line_and_column
from planstrategi.model.register import Register
from planstrategi.model.sections import Dokument
from planstrategi.model.vocabulary import words_beside
from planstrategi.outputs.as_yaml import as_yaml, plain

# the words of the draft, and the fields that the new planstrategi says anew
DRAFT_WORDS = words_beside(__file__, "utkast.yaml")
ONLY_AHEAD = ("oppstart", "ferdig", "skal_vedtas")
TOLD_OF = ("omtalt", "satsingsomraader")
BETWEEN_PLANS = ("inngaar_i", "kan_inngaa_i", "samordnes_med")


def draft_register(register: Register) -> str:
    """Return the text of the next period's register.yaml."""
    period, found = next_period(register), outcomes(register)
    old, going_on = str(register.periode), [one for one in found if not one.utelatt]
    kept = [*_renumbered([_kept(register, one.plan, {one.plan.id for one in going_on}) for one in going_on])]
    used = {role for plan in kept for role in plan.roller}
    rows = [plan.kilde.tabell for plan in kept]
    title = f"Utkast til kommunal planstrategi for {register.kommune.navn} {period}"
    note = f"Utkast. Dokumentet finnes ikke ennå; tabellene og radene er dem som går videre fra planstrategien for {old}."
    tables = [
        replace(table, antall_rader=rows.count(table.id), merket_betyr=(), merket_ordlyd=None, merknad=None)
        for table in register.tabeller if table.id in rows
    ]  # fmt: skip
    per_dato = {"per_dato": register.per_dato, "per_dato_grunnlag": f"Dagen utkastet ble regnet per, av registeret for {old}."}
    sections = [
        as_yaml({"kommune": plain(register.kommune), "periode": plain(period)} | per_dato),
        as_yaml({"dokument": plain(Dokument(tittel=title, merknad=note)), "omraader": plain(register.omraader)}),
        *([as_yaml({"roller": plain([role for role in register.roller if role.id in used])})] if used else []),
        as_yaml({"tabeller": plain(tables)}),
        _plans(register, going_on, kept),
        *(as_yaml({name: _cited_anew(getattr(register, name), old)}) for name in TOLD_OF if getattr(register, name)),
        _left_out(register, found),
    ]
    (kind,) = files_by_schema()["register"]
    return kind.schema_line + DRAFT_WORDS["hode"].format(gammel=old) + "\n".join(sections)


def _kept(register: Register, plan: Plan, going_on: set[str]) -> Plan:
    """Return a plan with what still stands of it: its edition in force, who has it, and what is planned after the period."""
    fields: dict[str, Any] = {name: getattr(Plan(), name) for name in (*DRAFT_WORDS["sies_paa_nytt"], *ONLY_AHEAD)}
    fields |= {name: tid for name, tid in plan.times(*ONLY_AHEAD) if tid.sist_aar > register.periode.til}
    fields |= {} if fields["skal_vedtas"] else {"skal_vedtas_av": None, "skal_vedtas_organ": None}
    fields |= {name: tuple(one for one in getattr(plan, name) if one in going_on) for name in BETWEEN_PLANS}
    left = replace(plan, **fields)
    told = tuple(one for one in plan.lesninger if one.felt != "kilde" and getattr(left, one.felt, None))
    return replace(left, lesninger=told)


def _renumbered(plans: list[Plan]) -> Iterator[Plan]:
    rows: dict[str, int] = {}
    for plan in plans:
        rows[plan.kilde.tabell] = rows.get(plan.kilde.tabell, 0) + 1
        yield replace(plan, kilde=Rad(tabell=plan.kilde.tabell, rad=rows[plan.kilde.tabell]))


def _plans(register: Register, going_on: list[Outcome], kept: list[Plan]) -> str:
    if not kept:
        return "planer: []\n"
    posts = []
    for one, plan in zip(going_on, kept, strict=True):
        asked = [f"Spørsmål: {ground.sporsmaal}" for ground in one.grunner if ground.sporsmaal]
        said = [f"Går videre: {' '.join(ground.ord for ground in one.grunner)}", *asked, f"Før: {_place(register, one.plan)}"]
        post = textwrap.indent(as_yaml([plain(plan)]), "  ")
        posts.append("".join(f"  ## {_one_line(words)}\n" for words in said) + post)
    return "planer:\n" + "\n".join(posts)


def _place(register: Register, plan: Plan) -> str:
    return f"registeret for {register.periode}, {REGISTERFIL}:{line_and_column(min(plan.sted.values()))[0]}."


def _left_out(register: Register, found: list[Outcome]) -> str:
    gone = [f"{one.plan.id}: {one.plan.navn}. {one.utelatt} ({_place(register, one.plan)})" for one in found if one.utelatt]
    gone += [f"Rad som ikke er en plan: {one.navn}." for one in register.andre_rader]
    return "".join(f"## {_one_line(words)}\n" for words in ["Utelatt fra planstrategien før:", *(gone or ["ingen."])])


def _one_line(words: str) -> str:
    # a name may hold line ends, and what follows one would be no comment
    return " ".join(words.split())


def _cited_anew(records: tuple[Any, ...], old: str) -> Any:
    """Return records with the place in the old text where they are told of."""
    where = f"Planstrategien for {old}"
    return [plain(replace(one, kilde=replace(one.kilde, avsnitt=f"{where}: {one.kilde.avsnitt}"))) for one in records]
