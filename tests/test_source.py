"""The register against the 44 rows typed a second time from the source, by somebody who had not seen it."""

import re
from collections import Counter

from registers import years_marked

import planstrategi as ps


def without_parentheses(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text).strip()


def test_every_typed_row_is_one_plan_in_the_same_table_and_row(ostre_toten, typed):
    in_register = [(plan.kilde.tabell, plan.kilde.rad) for plan in ostre_toten.planer]
    assert in_register == [(row["tabell"], int(row["rad"])) for row in typed]
    assert len(in_register) == 44


def test_names_are_the_cells_of_the_source_but_for_parentheses_that_became_fields(ostre_toten, typed):
    for plan, row in zip(ostre_toten.planer, typed, strict=True):
        assert row["navn"].startswith(plan.navn), plan.id
        rest = row["navn"].removeprefix(plan.navn).strip()
        assert rest == "" or rest.startswith("(") or any(lesning.felt == "navn" for lesning in plan.lesninger), plan.id


def test_marked_years_are_those_of_the_source(ostre_toten, typed):
    frame = ps.table("planer", ostre_toten)
    assert list(frame["aar"]) == [years_marked(row) for row in typed]
    assert len(ps.table("planaar", ostre_toten)) == sum(len(years_marked(row)) for row in typed) == 88


def test_areas_roles_and_those_who_take_part_make_up_the_responsible_cell(ostre_toten, typed):
    frame = ps.table("planer", ostre_toten)
    for plan, row in zip(frame.itertuples(), typed, strict=True):
        cell = row["ansvarlig_celle"]
        assert cell.startswith(plan.ansvarlig), plan.plan_id
        rest = cell.removeprefix(plan.ansvarlig).strip()
        if plan.medvirkende:
            assert rest == f"({', '.join(plan.medvirkende)})", plan.plan_id
        else:
            words = [word.strip().lower() for word in re.split(r"\bog (?=rådgiver|kommunalsjef)", rest) if word]
            assert [rolle.lower() for rolle in plan.roller] == words, plan.plan_id


def test_counts_typed_yearsand_area_agree_with_a_recount_of_the_typed_rows(ostre_toten, typed):
    areas = [omraade.navn for omraade in ostre_toten.omraader]
    recount = Counter(
        (year, area) for row in typed for year in years_marked(row) for area in areas if row["ansvarlig_celle"].startswith(area)
    )
    frame = ps.table("kapasitet", ostre_toten)
    assert {(r.aar, r.ansvarlig): r.antall_planer for r in frame.itertuples() if r.antall_planer} == dict(recount)
    single = frame.groupby("aar")["antall_uten_dobbelt"].sum().to_dict()
    assert single == {2024: 22, 2025: 28, 2026: 21, 2027: 14}  # Lena inngår i arealdelen i 2024, 2025 og 2026


def test_plan_years_without_a_role_agree_with_a_recount_of_cells_that_name_none(ostre_toten, typed):
    areas = [omraade.navn for omraade in ostre_toten.omraader]
    bare = Counter(year for row in typed if without_parentheses(row["ansvarlig_celle"]) in areas for year in years_marked(row))
    frame = ps.table("kapasitet-rolle", ostre_toten)
    counted = frame[frame["rolle"] == "ikke oppgitt"]
    assert dict(zip(counted["aar"], counted["antall_planer"], strict=True)) == dict(bare)


def test_the_warnings_of_the_real_register_are_exactly_these(ostre_toten):
    found = Counter(
        (p.kode, p.plan_id) for p in ps.problems(ostre_toten) if p.fil.endswith("register.yaml") and p.kode != "REG241"
    )
    assert found == Counter(READ_BY_A_PERSON)
    without_role = [p.plan_id for p in ps.problems(ostre_toten) if p.kode == "REG241"]
    assert len(without_role) == 19
    regulation = [plan.id for plan in ostre_toten.planer if plan.kilde.tabell == "reguleringsplan"]
    assert without_role == [*regulation, "bredbaandstrategi"]


# each line read against the source: what the fields say of the same plan does not agree
READ_BY_A_PERSON = [
    ("REG201", "starum-leir"),  # oppstart høsten 2024, ingen kryss
    ("REG203", "kulturstrategi"),  # 2018–2021
    ("REG204", "bredbaandstrategi"),  # utløper 31.12.2025, ikke behov for revisjon
    ("REG204", "anleggsplan-for-idrett-fysisk-aktivitet-og-friluftsliv"),  # 2024–2027, ikke behov for revisjon
    ("REG205", "folkehelseoversikt"),  # 2023–2026, ny revisjon starter i 2027
    ("REG206", "arbeidsgiverpolitikk"),  # revideres før utløp i 2026, kryss i 2027
    ("REG208", "anleggsplan-for-idrett-fysisk-aktivitet-og-friluftsliv"),  # årlig prioritering, ingen kryss
    ("REG208", "naeringsstrategi"),  # årlig handlingsplan, ingen kryss
    ("REG220", "kommunikasjonsstrategi"),  # administrativt vedtatt 2021
    ("REG220", "digitaliseringsstrategi"),  # ikke politisk vedtatt
    ("REG230", "kommunedelplan-for-lena"),  # arbeidet er en del av arealdelen, egne kryss
    ("REG234", "endurobane-krabyskogen-motorsenter"),  # venter på NMK Krabyskogen, ingen kryss
    ("REG244", "handlingsplan-mot-vold-i-naere-relasjoner"),  # kilden sier ikke hva som skal gjøres
    ("REG244", "boligsosial-handlingsplan"),  # bare at den bør forankres politisk
]
