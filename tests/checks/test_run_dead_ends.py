"""What real planstrategier say has a way of being said that nobody is warned of for ever."""

from pathlib import Path

import pytest
from registers import ROOT

from planstrategi.api import validate
from planstrategi.model.problem import MERKNAD

HEAD = """\
kommune: {{navn: Prøvekommune, nummer: '9999', fylke: provefylke}}
periode: {{fra: 2024, til: 2027}}
per_dato: 2024-06-30
dokument: {{tittel: Prøvestrategi}}
omraader: [{{id: nord, navn: Nord}}, {{id: sor, navn: Sør}}]
roller: [{{id: leder, navn: Leder}}]
omtalt: [{{id: regional, navn: Regional plan, eier: fylkeskommune, kilde: {{avsnitt: Rammer}}}}]
tabeller: [{{id: t, navn: Tabell, antall_rader: {rows}{table}}}]
{more}planer:
{plans}"""
WORK, START, WORDS = ", merket_betyr: arbeid", ", merket_betyr: oppstart", ", merket_betyr: ord"


def problems(folder: Path, plans: list[str], table: str = "", more: str = "", kinds: str = "temaplan") -> list[str]:
    """Return the codes of the errors and warnings of a register with these plans, written without what all plans have."""
    rows = [
        f"  - {{id: p{n}, navn: P{n}, plantype: {kinds}, kilde: {{tabell: t, rad: {n}}}, {one}}}\n"
        for n, one in enumerate(plans, 1)
    ]
    (folder / "kommuner" / "p").mkdir(parents=True)
    (folder / "nasjonalt").symlink_to(ROOT / "data" / "nasjonalt")
    text = HEAD.format(rows=len(plans) + more.count("rad:"), table=table, more=more, plans="".join(rows) or "  []")
    (folder / "kommuner" / "p" / "register.yaml").write_text(text, "utf-8")
    return [p.kode for p in validate(folder / "kommuner" / "p").problems if p.alvor != MERKNAD and p.kode != "FIL007"]


@pytest.mark.parametrize(
    "plan",
    [
        "planbehov: ny",  # nobody is responsible
        "planbehov: ny, ansvarlig: [nord, sor], aar: [2025]",
        "planbehov: ny, roller: [leder], aar: [2025]",  # a role that belongs to no area
        "planbehov: ny, bestiller: kommunestyret, aar: [2025]",
        "planbehov: ny, oppstart: 2025-K3",
        "planbehov: ny, oppstart: 2024-2025, skal_vedtas: 2026-2027",  # two-year columns
        "planbehov: ny, oppstart: 2025",
        "planbehov: ny, skal_vedtas: 2026",
        "planbehov: ny, ferdig: 2026",
        "planbehov: ny, oppstart: 2028",  # after the period
        "planbehov: ny, skal_vedtas: 2029",
        "planbehov: ikke_i_perioden",
        "planbehov: neste_periode",
        "planbehov: neste_periode, oppstart: 2028",
        "planbehov: utgaar",
        "planbehov: utgaar, aar: [2025]",
        "planbehov: oppheves, skal_vedtas: 2025, skal_vedtas_organ: kommunestyret, skal_vedtas_av: politisk",
        "planbehov: erstattes, erstattes_av_omtalt: [regional]",
        "planbehov: revisjon, eier: fylkeskommune, aar: [2025]",
        "planbehov: revisjon, eier: flere_kommuner, aar: [2025]",
        "planbehov: ny, hast: Må utarbeides grunnet lovkrav i 2024",
        "planbehov: ny, temaer: [utenforskap], statutter: [{lov: kommuneloven, gjelder: plan}]",
        "planbehov: revisjon, status: under_arbeid",
        "planbehov: viderefores, aarlig: [handlingsdel]",
        "planbehov: revisjon, status: under_arbeid, lesninger: [{felt: aar, valgt: ukjent, grunn: kolonnen er tapt}]",
        "planbehov: viderefores, oppstart: 2027, skal_vedtas: 2028-2031",  # the next one comes after the period
        "planbehov: viderefores, eier: fylkeskommune, gyldig_til: 2025, vedtatt: 2010",  # the county's to renew
        "planbehov: rullering_av_handlingsdel, aarlig: [planen]",
        "planbehov: revisjon, venter_paa: [{hva: samfunnsdelen, andre: nei}]",
    ],
)
@pytest.mark.parametrize("table", ["", START, WORDS])
def test_what_a_row_says_is_said_without_a_warning(tmp_path, plan, table):
    assert problems(tmp_path, [plan], table) == []


@pytest.mark.parametrize(
    "marks", ["vedtak", "oppstart", "ord", "hast", "aarsverk", "timer", "{R: oppstart, U: arbeid, O: vedtak}"]
)
def test_a_year_is_marked_with_whatever_a_mark_means(tmp_path, marks):
    amount = {"aarsverk": ", innsats: [{aar: 2025, aarsverk: 0.5}]", "timer": ", innsats: [{aar: 2025, timer: 100}]"}
    sign = ", merker: {2025: O}" if "{" in marks else ""
    plan = f"planbehov: revisjon, aar: [2025]{sign}{amount.get(marks, '')}"
    assert problems(tmp_path, [plan], f", merket_betyr: {marks}") == []


def test_a_start_and_an_adoption_stand_beside_a_mark_of_the_one_or_the_other(tmp_path):
    assert problems(tmp_path, ["planbehov: ny, aar: [2024], skal_vedtas: 2026"], START) == []


def test_work_that_is_marked_to_the_end_of_the_period_may_be_finished_after_it(tmp_path):
    assert problems(tmp_path, ["planbehov: ny, aar: [2027], oppstart: 2027-vaar, ferdig: 2029"], WORK) == []


@pytest.mark.parametrize("kind", ["planstrategi", "okonomiplan"])
def test_the_planstrategi_and_the_okonomiplan_may_be_rows(tmp_path, kind):
    assert (
        problems(tmp_path, ["planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2024, 2025]"], WORK, kinds=kind)
        == []
    )


def test_rows_that_are_no_plans_are_kept_apart_and_count_as_rows(tmp_path):
    rows = "[{navn: SUM, kilde: {tabell: t, rad: 2}, hva: sum, innsats: [{aar: 2024, aarsverk: 8.5}]}]"
    assert problems(tmp_path, ["planbehov: ny, aar: [2024]"], WORK, f"andre_rader: {rows}\n") == []


def test_several_plans_may_stand_in_one_row(tmp_path):
    text = problems(tmp_path, ["planbehov: ny", "planbehov: ny"], START)
    assert text == []
    fil = tmp_path / "kommuner" / "p" / "register.yaml"
    rows = fil.read_text("utf-8").replace("antall_rader: 2", "antall_rader: 1")
    fil.write_text(rows.replace("rad: 1}", "rad: 1, delrad: 1}").replace("rad: 2}", "rad: 1, delrad: 2}"), "utf-8")
    assert [p.kode for p in validate(fil).problems if p.alvor != MERKNAD] == []


def test_a_table_without_plans_and_a_register_without_areas_are_read(tmp_path):
    assert problems(tmp_path, []) == []
