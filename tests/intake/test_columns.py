"""What the columns of a table are."""

import pytest
from printed import read, rows, table

from planstrategi.intake.columns import column_of, is_heading, layout_of_plans, read_layout


def texts(text):
    return [row.texts for row in rows(text)]


@pytest.mark.parametrize(
    ("heading", "role", "years"),
    [
        ("Plan", "navn", ()), ("Nr.", "nummer", ()), ("2024", "aar", (2024,)), ("2024–25", "aar", (2024, 2025)),
        ("År 2026", "aar", (2026,)),
        ("Vår 2024", "aar", (2024,)), ("Timer 2024", "aar", (2024,)), ("2024-2027", "periode", ()),
        ("Revisjon 2024-27", "ord", ()),
        ("Kommentar og tidspunkt ferdig", "kommentar", ()), ("Ansvarlig kommunalområde", "ansvarlig", ()),
        ("Vedtatt /revidert", "vedtatt", ()),
        ("Forventet vedtak", "skal_vedtas", ()), ("Politisk utvalg", "utvalg", ()), ("Kommunal sektor", "ansvarlig", ()),
        ("Interkom.", "interkommunal", ()), ("Kostnader internt", "timer", ()), ("Kostnader eksternt", "kroner", ()),
        ("Hjemmel", "hjemmel", ()),
        ("Samfunnsfloke", "tema", ()), ("Plantype", "plantype", ()), ("Namn på plan", "navn", ()), ("Vidareføring", "ord", ()),
        ("Etter 2027", "periode", ()), ("Neste planperiode", "periode", ()), ("Plan og kort omtale", "navn", ()),
        ("Planer", "navn", ()), ("Temaplaner", "navn_mulig", ()), ("Virksomhetsplanar", "navn_mulig", ()),
        ("Livsløpsplan (tittel kommer)", "navn_mulig", ()),
        ("Plan og næring", "navn_mulig", ()), ("Farge på omslaget", "", ()), ("14.12. 2017", "", ()),
        ("Når / Goas", "tidsrom", ()),
        ("Styringsdokument", "navn", ()), ("Dokumenteier", "ansvarlig", ()), ("Dokumenttype", "plantype", ()),
        ("Hovedansvar", "ansvarlig", ()), ("Berørte enheter", "medvirkende", ()), ("Vedtak i", "utvalg", ()),
        ("Vedtak innen", "skal_vedtas", ()), ("Slutthandsaming", "skal_vedtas", ()), ("Planprogram vedtatt", "annet", ()),
        ("Årsak", "kommentar", ()), ("Gjeldende til", "gyldig_til", ()), ("Gjelder fra", "annet", ()), ("Arkivsak", "annet", ()),
        ("Oppstart – vedtak", "tidsrom", ()), ("Når", "tidsrom", ()), ("Planstart", "oppstart", ()), ("Tidsfrist", "ferdig", ()),
        ("Videreføres", "ord", ()), ("Type planarbeid", "ord", ()), ("Pri.", "hast", ()), ("Utfordringar", "kommentar", ()),
        ("Responsible", "ansvarlig", ()), ("Last adopted", "vedtatt", ()), ("Comments", "kommentar", ()),
        ("Ønsket vedtatt", "skal_vedtas", ()), ("Skal vedtakast", "skal_vedtas", ()), ("Sakshandsamar", "ansvarlig", ()),
        ("Frist for innspill", "annet", ()), ("Endringer siden sist", "annet", ()),
        ("Løpenummer", "nummer", ()), ("Planbehov", "navn_mulig", ()), ("Kva", "navn_mulig", ()), ("Kva vi gjer", "ord", ()),
        ("Planoppgave/tema", "navn", ()), ("Plan (ansvarleg eining)", "navn", ()), ("Plan og ansvarleg eining", "navn", ()),
        ("Gjeldende planer", "navn_mulig", ()), ("Ansvarsenhet", "ansvarlig", ()), ("Saksansvar", "ansvarlig", ()),
        ("Fagleiar", "ansvarlig", ()), ("Leiing", "ansvarlig", ()), ("Utføres av", "ansvarlig", ()), ("Erstattes av", "", ()),
        ("Utarbeidast av", "ansvarlig", ()), ("Fagområde", "omraade", ()), ("Med i arbeidet", "medvirkende", ()),
        ("Hvem deltar", "medvirkende", ()), ("Settes i gang", "oppstart", ()), ("Sluttføring", "ferdig", ()),
        ("Avslutning", "ferdig", ()), ("Forrige revisjon", "vedtatt", ()), ("Vedtatt av kommunestyret", "vedtatt", ()),
        ("Planlagd vedtak", "skal_vedtas", ()), ("Vedtak i KS (planlagt)", "skal_vedtas", ()), ("Vedtakast av", "utvalg", ()),
        ("Går ut", "gyldig_til", ()), ("Start og slutt", "tidsrom", ()),
        ("Vedtak i planstrategien", "ord", ()), ("Forslag til vedtak", "ord", ()), ("Gjeldende status", "status", ()),
        ("Haster", "hast", ()), ("Etter lov", "hjemmel", ()), ("Timebruk", "timer", ()), ("Interk. samarb.", "interkommunal", ()),
        ("Omfang", "annet", ()), ("Lenke til plan", "annet", ()), ("Høringsfrist", "annet", ()), ("Rev.nr.", "annet", ()),
        ("Måloppnåelse", "annet", ()), ("Rulleringsfrekvens", "annet", ()), ("Politisk behandling", "annet", ()),
        ("Ressurser 2026", "aar", (2026,)), ("Plan for ansvar og roller", "navn_mulig", ()),
        ("Ansvarsplan", "navn_mulig", ()),
    ],
)  # fmt: skip
def test_a_heading_says_what_its_column_is(heading, role, years):
    found = column_of(heading)
    assert (found.rolle, found.aar) == (role, years)


def roles(text):
    return [column.rolle for column in read_layout(rows(text)).kolonner]


def test_a_band_over_the_years_is_one_heading_with_the_years_below():
    layout = read_layout(rows("Plan | Årsverk | < | Ansvarlig\n^ | 2024 | 2025 | ^\nKulturplan | 1 | 0,5 | Oppvekst"))
    assert ([column.tittel for column in layout.kolonner], layout.etter) == (
        ["Plan", "Årsverk 2024", "Årsverk 2025", "Ansvarlig"],
        2,
    )


def test_plans_or_strategies_are_names_of_plans():
    for title in ("Plan / strategi", "Plan/strategi", "Planar / strategiar"):
        assert roles(f"{title} | Sist vedtatt | Oppstart\nNæringsstrategi | 2017 | 2024")[0] == "navn", title


def test_years_below_a_band_are_years_whatever_the_band_is_called():
    layout = read_layout(rows("Plan | Planperiode | < | Ansvar\n^ | 2028 | 2029 | ^\nKulturplan | x | | Oppvekst"))
    assert [(column.rolle, column.aar) for column in layout.kolonner] == [
        ("navn", ()), ("aar", (2028,)), ("aar", (2029,)), ("ansvarlig", ()),
    ]  # fmt: skip


def test_a_heading_of_parts_of_years_is_one():
    halves = " | ".join(f"{half}. halvår {year}" for year in (2027, 2028, 2029) for half in (1, 2))
    layout = read_layout(rows(f"Plan | {halves}\nKulturplan | x | | | | | "))
    assert [column.aar for column in layout.kolonner] == [(), (2027,), (2027,), (2028,), (2028,), (2029,), (2029,)]


def test_the_adoption_beside_the_start_is_still_to_come():
    assert roles("Plan | Oppstart | Vedtak\nKulturplan | 2028 | 2029") == ["navn", "oppstart", "skal_vedtas"]
    assert roles("Plan | Vedtak | Ansvar\nKulturplan | 2019 | Oppvekst") == ["navn", "vedtatt", "ansvarlig"]
    assert roles("Plan | Vedtatt | Oppstart\nKulturplan | 2019 | 2028") == ["navn", "vedtatt", "oppstart"]


def test_below_years_over_the_start_and_the_adoption_the_cells_say_when():
    heads = "Plan | 2024–2025 | < | 2026–2027 | <\n^ | Oppstart | Vedtak | Oppstart | Vedtak"
    told = ["navn", "oppstart", "skal_vedtas"]
    assert roles(f"{heads}\nKulturplan | 2024 | | | 2026\nBibliotekplan | | | Vår 2026 | 2027") == [*told[:2], "aar", *told[1:]]
    assert roles(f"{heads}\nKulturplan | x | | | x\nBibliotekplan | | | x | x")[1:] == ["aar"] * 4
    found = read(table(f"{heads}\nKulturplan | 2024 | 2025 | 2026 | 2026\nTidlig innsats | 2025 | 2025 | |"))
    asked = [(row.navn, row.merker, sorted(one.felt for one in row.tvil)) for row in found.rader]
    assert asked == [("Kulturplan", {}, ["oppstart", "skal_vedtas"]), ("Tidlig innsats", {}, [])]


def test_of_two_columns_of_adoption_the_one_that_does_not_say_when_is_still_to_come():
    assert roles("Plan | Sist vedtatt | Vedtak\nKulturplan | 2019 | 2029") == ["navn", "vedtatt", "skal_vedtas"]
    assert roles("Plan | Vedtaksdato | Saksnr.\nKulturplan | 12.06.2019 | 24/19")[1] == "vedtatt"
    assert roles("Plan | Vedtatt av | Vedtaksdato\nKulturplan | KS | 12.06.2019") == ["navn", "utvalg", "vedtatt"]


def test_who_orders_a_plan_is_responsible_for_it_where_nobody_else_is():
    assert roles("Plan | Bestiller | Utfører\nKulturplan | Rådmann | Kultur") == ["navn", "bestiller", "ansvarlig"]
    assert roles("Plan | Bestiller | 2024\nKulturplan | Rådmann | x") == ["navn", "ansvarlig", "aar"]


def test_a_row_that_names_the_plans_and_more_is_a_heading_whatever_its_other_words_are():
    assert roles("Plan | Planlagt | Gjennomført | Kommentar\nKulturplan | 2028 | Nei | Utsatt")[::3] == ["navn", "kommentar"]
    assert roles("Plan | Poeng | Farge\nKulturplan | Mye | Blå")[0] == "navn"
    assert roles("Namn på plan | Farge | Ansvarleg | Poeng\nKulturplan | | Oppvekst | 7")[::2] == ["navn", "ansvarlig"]
    assert roles("Plan | Nåsituasjon | Behov | Tidsplan | Tjeneste\nKulturplan | Ny | Ny | 2028 | Oppvekst")[:3] == [
        "navn",
        "status",
        "ord",
    ]
    assert read_layout(rows("Kulturplan | Plan | Oppvekst\nSkoleplan | Plan | Oppvekst")) is None


def test_what_may_be_the_names_or_what_is_decided_is_told_by_what_stands_below():
    assert roles("Planbehov | Bakgrunn | Omfang | Ansvarsenhet\nKulturplan | Utgått | Stort | Oppvekst") == [
        "navn", "kommentar", "annet", "ansvarlig",
    ]  # fmt: skip
    assert roles("Plan | Planbehov | Ansvar\nKulturplan | Ny plan | Oppvekst") == ["navn", "ord", "ansvarlig"]
    assert roles("Kva | Status | Kva vi gjer | Når | Kven\nKulturplan | Manglar | Ny plan | 2028 | Oppvekst") == [
        "navn", "status", "ord", "tidsrom", "ansvarlig",
    ]  # fmt: skip


def test_years_below_what_may_be_decided_are_when_there_is_work_with_the_plan():
    assert roles("Plan | Revisjon\nKulturplan | 2028–2029\nSkoleplan | 2030") == ["navn", "tidsrom"]
    assert roles("Plan | Revisjon\nKulturplan | Ikke behov\nSkoleplan | Ny plan") == ["navn", "ord"]


def test_who_leads_is_responsible_and_not_the_area_beside():
    assert roles("Område | Plan | Leiing | Med i arbeidet\nKultur | Kulturplan | Rådmann | Frivilligsentralen") == [
        "omraade", "navn", "ansvarlig", "medvirkende",
    ]  # fmt: skip


def test_a_title_above_the_headings_is_no_heading():
    layout = read_layout(rows("Våre planer | < | <\nPlan | 2024 | 2025\nKulturplan | x |"))
    assert (layout.forste, layout.etter) == (1, 2)


def test_columns_without_a_heading_are_told_by_what_stands_below():
    text = " | | 2024 | 2025 | \n1 | Kulturplan | x | | Startes nå\n2 | Skoleplan | | x | Ferdig snart"
    assert roles(text) == ["nummer", "navn", "aar", "aar", "kommentar"]


def test_years_may_be_written_with_two_digits():
    assert [column.aar for column in read_layout(rows("Plan | 24 | 25 | 26\nKulturplan | x | | ")).kolonner] == [
        (),
        (2024,),
        (2025,),
        (2026,),
    ]


def test_a_plan_whose_name_ends_with_a_year_on_a_line_of_its_own_is_no_row_of_years():
    printed = rows("Plan | Sist | Når\nOmsorgsplan¤2040 | 2016 | 2025\nByplan | 2020 | 2026")
    cells = [one._replace(tekst=one.tekst.replace("¤", "\n")) for one in printed[1].celler]
    assert read_layout([printed[0], printed[1]._replace(celler=tuple(cells)), printed[2]]).etter == 1


def test_steps_and_milestones_are_another_table():
    assert roles("Steg | Krav | Hjemmel\nVarsel om oppstart | Kunngjøres | § 11-12")[0] == "annen_tabell"


def test_a_type_of_plans_heads_their_names_where_all_beside_it_are_words_for_columns():
    assert roles("Temaplan/handlingsplan | Planeier | Oppstart | Type arbeid\nHavneplan | Teknikk | 2024 | Ny plan") == [
        "navn", "ansvarlig", "oppstart", "ord",
    ]  # fmt: skip


def test_who_decides_is_when_it_is_decided_where_years_stand_below():
    assert (
        roles("Plan | Oppstart | Politisk vedtak\nHavneplan | 2024 | 1. kvartal 2025\nKlimaplan | 2025 | 2026")[2]
        == "skal_vedtas"
    )
    assert roles("Plan | Vedtatt av\nHavneplan | KS 2021\nKlimaplan | KS 2022")[1] == "vedtatt"
    assert roles("Plan | Politisk vedtak\nHavneplan | Kommunestyret\nKlimaplan | Formannskapet")[1] == "utvalg"


def test_a_row_of_the_table_is_no_heading_though_it_has_words_of_one():
    assert not is_heading(*texts("Næringsstrategi | Revisjon | 2024\nKlimaplan | Ny | 2025"))
    assert not is_heading(*texts("12 | Plan og næring | Revisjon"))
    assert not is_heading(*texts("Havneplan | Vår 2029 | Høst 2029 | 2 | 300 | Plan"))
    assert not is_heading(*texts("Oversiktsdokument om folkehelse | Oppdateres | Vår 2027 | Høst 2027 | Helse"))
    assert not is_heading(*texts("Plan for ansvar og roller | Ny | Vedtatt"))
    assert not is_heading(*texts("Kostnadsplan | Ny | Vedtatt"))
    assert not is_heading(*texts("Geodataplan | 2023 | Rullering | 2024 | 2027 | Kartansvarlig"))
    assert not is_heading(*texts("Idrett og kultur | Oppstart | Høring | Vedtak"))
    assert read_layout(rows("Folketall | 4000\nFødte | 40")) is None


def test_a_row_that_begins_with_the_number_of_a_chapter_is_no_heading():
    assert not is_heading(*texts("2.2 | Plan for naturmangfold | 2030 | Ny | Plan"))
    assert is_heading(*texts("Nr | Plan | 2030 | Ny | Ansvar"))


def test_two_years_beside_a_plan_are_no_heading_and_beside_words_for_columns_are():
    assert not is_heading(*texts("Elvebakken | 2011 | Ny | 2026 | 2026 | Stab"))
    assert is_heading(*texts("Plan | 2026 | 2027 | Ansvar | Tema"))
    assert is_heading(*texts("2026 | 2027 | 2028 | Oppvekst"))
    assert is_heading(*texts("Folketall | 2028 | 2032 | 2036 | 2040"))


def test_a_table_without_headings_has_its_names_first():
    layout = layout_of_plans(rows("1 | Beredskapsplan | SFT\n2 | Skoleplan | OPP\n3 | Pårørende | HEV"))
    assert ([column.rolle for column in layout.kolonner][:2], layout.etter) == (["nummer", "navn"], 0)
    assert layout_of_plans(rows("Hva skal gjøres | Hvem\nBeredskapsplan | SFT\nSkoleplan | OPP")).etter == 1
    assert layout_of_plans(rows("Klima | Arealdelen\nBoliger | Boligplan")) is None
    assert layout_of_plans(rows("Helse | HEV\nOppvekst | OPP")) is None


def test_what_is_decided_for_a_plan_beside_its_year_makes_its_row_no_heading():
    assert not is_heading(*texts("Skolebruksplan | 2016 | Oppheves"))


def test_years_of_two_digits_stand_below_a_band():
    layout = read_layout(rows("Plan | Arbeid | < | < | Ansvar\n^ | '28 | '29 | '30 | ^\nKulturplan | x | | | Stab"))
    assert [column.aar for column in layout.kolonner] == [(), (2028,), (2029,), (2030,), ()]


def test_a_plan_that_is_named_after_a_sector_is_no_heading():
    assert not is_heading(("Strategi for frivillig sektor", "2024"))
    assert (column_of("Helsesektor").rolle, column_of("Ansvarlig sektor").rolle) == ("omraade", "ansvarlig")
