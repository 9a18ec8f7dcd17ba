"""What is understood of a document: the rows careful readers read, typeset in several ways, and small tables of one kind each."""

import csv

import pytest
from agreement import DOUBTFUL, alike, differences, doubted
from printed import read, table
from registers import ROOT
from typeset import FASIT, Look, as_docx, as_xlsx, document_of, read_fasit

from planstrategi.intake.document import Document, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.office.docx_file import read_docx
from planstrategi.intake.office.xlsx_file import read_xlsx
from planstrategi.intake.tables import found

LOOKS = {
    "hver sin tabell": Look(),
    "flettede mellomtitler": Look(nynorsk=True, avsnitt="flettet"),
    "mellomtitler som rader": Look(avsnitt="rad", bakfra=True),
    "bånd og gjentatte overskrifter": Look(avsnitt="fet", baand=True, gjentatt=4),
    "skyggelagt": Look(avsnitt="flettet", skygge=True, forklaring="Skraverte celler viser når det arbeides med planen."),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", FASIT, ids=lambda path: path.stem.split("-")[0])
def test_every_row_is_found_and_none_invented_from_word_and_workbook(path, look, tmp_path):
    fasit = read_fasit(path)
    parts = document_of(fasit, LOOKS[look])
    for document in (read_docx(as_docx(parts, tmp_path / "p.docx", LOOKS[look])), read_xlsx(as_xlsx(parts, tmp_path / "p.xlsx"))):
        read = found(document)
        assert differences(read, fasit["rader"], signs=not LOOKS[look].skygge) == []
        assert (read.kommune, "-".join(map(str, read.periode))) == (fasit["hode"]["kommune"], fasit["hode"]["periode"])
        assert {alike(name) for name in DOUBTFUL[path.stem.split("-")[0]]} <= doubted(read)
        assert read.ikke_plassert == ()


@pytest.mark.parametrize("path", FASIT, ids=lambda path: path.stem.split("-")[0])
def test_a_mark_below_two_years_is_asked_of(path, tmp_path):
    fasit = read_fasit(path)
    read = found(read_docx(as_docx(document_of(fasit, Look(to_aar=True)), tmp_path / "p.docx")))
    assert {alike(row["navn"]) for row in fasit["rader"] if row.get("merker")} <= doubted(read)
    assert [one for one in differences(read, fasit["rader"]) if "merker" not in one and "ord" not in one] == []


def test_the_44_rows_are_read_with_unit_and_role_run_together():
    typed = list(csv.DictReader((ROOT / "tests/data/kilde-rader.csv").read_text("utf-8").splitlines()))
    marks = [" | ".join([row["navn"], *(row[f"m{year}"] for year in range(2024, 2028)), row["ansvarlig_celle"]]) for row in typed]
    read_ = read("=Planer", table("\n".join(["Plan | 2024 | 2025 | 2026 | 2027 | Ansvarlig kommunalområde", *marks])))
    wanted = [
        {
            "navn": row["navn"],
            "ansvarlig": row["ansvarlig_celle"],
            "merker": {y: m for y in range(2024, 2028) if (m := row[f"m{y}"])},
        }
        for row in typed
    ]
    assert differences(read_, wanted) == []
    assert {one.verdi for row in read_.rader for one in row.forslag if one.felt == "ansvarlig"} == {
        "Samfunn og strategi", "Helse og mestring", "Oppvekst og velferd", "Fellestjenester",
    }  # fmt: skip


NO_PLANS = {
    "folketall": " | 2020 | 2021 | 2022\nFolketall | 4000 | 4010 | 4050\nFødte | 40 | 41 | 42",
    "plansystem": "Plantype | Beskrivelse\nKommuneplan | Overordnet plan\nKommunedelplan | Plan for tema\nTemaplan | Uten krav",
    "framdrift": "Aktivitet | Tidspunkt | Ansvar\nOppstart planstrategi | Januar | Rådmann\nHøring | Mai | Rådmann",
    "økonomi": "Tall i 1000 kr | 2024 | 2025 | 2026\nSum inntekter | 100 | 200 | 300\nNetto resultat | 1 | 2 | 3",
    "forventninger": "Forventning | Hvordan vi følger opp\nKlima og miljø | I arealdelen\nBoliger | Boligplan",
}


@pytest.mark.parametrize("text", NO_PLANS.values(), ids=NO_PLANS)
def test_a_table_of_other_things_is_not_read_and_not_forgotten(text):
    found_ = read("=Utviklingstrekk", table(text))
    assert (found_.rader, len(found_.ikke_plassert)) == ((), 1)


def test_a_table_goes_on_without_headings_only_where_nothing_stands_between():
    more = table("Skoleplan | | x")
    assert [row.rad for row in read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | "), more).rader] == [1, 2]
    assert len(read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | "), "=Annet", more).rader) == 1


def test_what_a_mark_means_is_read_of_the_text_before_the_table_or_asked():
    marked = table("Plan | 2024 | 2025\nKulturplan | x | ")
    assert read("Kryss viser når planarbeidet starter.", marked).tabeller[0].merket_betyr == {"": "oppstart"}
    asked = read("=Planer", marked).tabeller[0]
    assert (asked.merket_betyr, [doubt.felt for doubt in asked.tvil]) == ({}, ["merket_betyr"])


def test_groups_by_urgency_are_tables_whose_plans_are_urgent():
    text = "Plan | Hjemmel\nMå utarbeides grunnet lovkrav i 2024 | \nBeredskapsplan | Sivilbeskyttelsesloven\nRos-analyse | "
    found_ = read("=Planer", table(text))
    assert (found_.tabeller[0].navn, found_.tabeller[0].merket_betyr) == ("Må utarbeides grunnet lovkrav i 2024", {"": "hast"})
    assert {one.verdi for row in found_.rader for one in row.forslag if one.felt == "hast"} == {
        "Må utarbeides grunnet lovkrav i 2024"
    }


def test_letters_are_expanded_by_their_legend():
    found_ = read("R = revidering, U = utarbeiding av ny plan", table("Plan | 2024 | 2025\nKulturplan | R | \nSkoleplan | | U"))
    assert [one.verdi for row in found_.rader for one in row.forslag if one.felt == "planbehov"] == ["revisjon", "ny"]


def test_a_mark_in_parentheses_that_nobody_explains_is_asked_of():
    row = read("X = oppstart", table("Plan | 2024 | 2025\nKulturplan | (X) | X")).rader[0]
    assert (row.merker, [doubt.ord for doubt in row.tvil]) == ({2024: "(X)", 2025: "X"}, ["(X)"])


def test_a_footnote_comes_off_the_name_and_is_kept():
    found_ = read("=Planer", table("Plan | 2024\nKulturplan* | x\nSkoleplan | x\n* Bestilt av kommunestyret. | "))
    assert ([row.navn for row in found_.rader], found_.rader[0].kommentar) == (
        ["Kulturplan", "Skoleplan"],
        "* Bestilt av kommunestyret.",
    )
    assert found_.ikke_plassert == ()


def test_a_cross_for_several_municipalities_and_a_unit_in_parentheses_are_proposed():
    text = "Plan | Interkom. | 2024 | Ansvar\nKulturplan | X | | HO (Teknisk)\nSkoleplan | | x | Teknisk"
    row = read("=Planer", table(text)).rader[0]
    assert {(one.felt, one.verdi) for one in row.forslag} >= {
        ("eier", "flere_kommuner"),
        ("ansvarlig", "HO"),
        ("medvirkende", "Teknisk"),
    }
    assert row.tvil == ()


def test_a_table_of_the_parts_of_the_plan_with_years_is_a_plan_table():
    found = read("=Kommuneplan", table("Plan | 2024 | 2025 | Ansvar\nSamfunnsdel | x | | Stab\nArealdel | | x | Plan"))
    assert [row.navn for row in found.rader] == ["Samfunnsdel", "Arealdel"]


def test_a_small_table_of_the_parts_of_the_plan_with_the_time_is_a_plan_table():
    found = read("=Kommuneplan", table("Plan | Tidsrom\nSamfunnsdel | 2024–2025\nArealdel | 2025"))
    assert [(row.navn, [*row.merker]) for row in found.rader] == [("Samfunnsdel", [2024, 2025]), ("Arealdel", [2025])]


def test_years_below_the_heading_of_a_revision_are_read_and_asked_of():
    found = read("=Planer", table("Plan | Ny plan / revisjon\nKulturplan | 2025\nSkoleplan | Ikke nå"))
    assert [[*row.merker] for row in found.rader] == [[2025], []]
    assert [one.spoersmaal for one in found.tabeller[0].tvil] == ["Arbeides det med planene i årene under Ny plan / revisjon?"]


def test_a_comment_names_who_is_responsible_where_no_column_does():
    def who(text):
        return [[(one.felt, one.verdi) for one in row.forslag if one.felt == "ansvarlig"] for row in read("=Planer", text).rader]

    assert who(table("Plan | Vedtatt | Merknad\nKulturplan | 2019 | Rulleres. Ansvar: Kultur.")) == [[("ansvarlig", "Kultur")]]
    assert who(table("Plan | Vedtatt | Merknad\nKulturplan | 2019 | Ansvarlig avdeling: Kultur")) == [[("ansvarlig", "Kultur")]]
    assert who(table("Plan | Ansvar | Merknad\nKulturplan | HO | Ansvar: Kultur")) == [[("ansvarlig", "HO")]]
    assert who(table("Plan | Vedtatt | Merknad\nKulturplan | 2019 | Ansvar: Kultur, vedtas 2026")) == [[]]


def test_a_table_of_signs_is_the_legend_of_the_letters():
    plans = table("Plan | 2028 | Ansvar\nKulturplan | N | HO\nSkoleplan | U | HO")
    told = read(table("N | Ny plan\nU | Utgår"), "=Planbehov", plans)
    needs = [one.verdi for row in told.rader for one in row.forslag if one.felt == "planbehov"]
    assert (needs, told.tabeller[0].tvil, told.ikke_plassert) == (["ny", "utgaar"], (), ())


def test_a_footnote_of_a_comment_is_told_with_it():
    plans = table("Plan | 2028 | Merknad\nKulturplan | x | Følger samfunnsdelen¹")
    assert read("=Planer", plans, "¹ Felles planprogram.").rader[0].kommentar == "Følger samfunnsdelen¹; ¹ Felles planprogram."


def test_what_is_asked_of_a_table_is_asked_of_what_goes_on_from_it():
    first, rest = table("Plan | 2024–25 | 2026–27\nKulturplan | | x"), table("Skoleplan | x | ")
    read_ = read("=Planer", first, rest)
    assert ([row.navn for row in read_.rader], len(read_.tabeller)) == (["Kulturplan", "Skoleplan"], 1)
    assert [one.ord for one in read_.tabeller[0].tvil if one.felt == "aar"] == ["2026–27", "2024–25"]


def test_a_table_without_headings_is_read_and_asked_of():
    read_ = read("=Lovpålagte planer", table("Beredskapsplan | SFT\nSkoleplan | OPP\nPårørende | HEV"))
    assert [(row.navn, row.kommentar) for row in read_.rader] == [
        ("Beredskapsplan", "SFT"),
        ("Skoleplan", "OPP"),
        ("Pårørende", "HEV"),
    ]
    assert [one.felt for one in read_.tabeller[0].tvil] == ["navn"]


def test_every_section_of_a_table_without_headings_is_asked_of():
    read_ = read("=Planer", table("Beredskapsplan | SFT\nSkoleplan | OPP\nHavneplan | TEK\nTemaplaner | <\nKulturplan | OPP"))
    assert [[one.felt for one in made.tvil] for made in read_.tabeller] == [["navn"], ["navn"]]


def test_a_table_of_signs_may_have_a_heading():
    plans = table("Plan | 2028 | Ansvar\nKulturplan | N | HO\nSkoleplan | U | HO")
    told = read(table("Kode | Betydning\nN | Ny plan\nU | Utgår"), "=Planbehov", plans)
    assert [one.verdi for row in told.rader for one in row.forslag if one.felt == "planbehov"] == ["ny", "utgaar"]


STRATEGY = "Planstrategi for Vik kommune 2024–2027"


@pytest.mark.parametrize(
    ("heading", "year", "felt", "asked"),
    [
        ("Vedtatt", 2023, "vedtatt", False), ("Vedtatt", 2024, "vedtatt", False), ("Vedtatt", 2026, "vedtatt", True),
        ("Tidspunkt for vedtak", 2023, "vedtatt", False), ("Tidspunkt for vedtak", 2024, "vedtatt", True),
        ("Tidspunkt for vedtak", 2026, "skal_vedtas", False),
    ],
)  # fmt: skip
def test_what_is_adopted_after_the_strategy_is_still_to_come_or_asked_of(heading, year, felt, asked):
    row = read(STRATEGY, "=Planer", table(f"Plan | {heading} | Ansvar\nKulturplan | {year} | HO")).rader[0]
    assert [one.verdi for one in row.forslag if one.felt == felt] == [str(year)]
    assert [one.felt for one in row.tvil] == ["vedtatt"] * asked


def test_the_day_of_the_strategy_says_what_is_adopted_before_it():
    told = f"{STRATEGY}. Vedtatt av kommunestyret 12.03.2025"
    row = read(told, "=Planer", table("Plan | Vedtatt | Ansvar\nKulturplan | 2025 | HO")).rader[0]
    assert row.tvil == ()


def test_an_adoption_whose_heading_leaves_it_open_is_asked_of_where_the_period_is_unknown():
    row = read("=Planer", table("Plan | Vedtak | Ansvar\nKulturplan | 2026 | HO")).rader[0]
    assert [one.felt for one in row.tvil] == ["vedtatt"]


@pytest.mark.parametrize(
    ("heading", "columns"),
    [("Evaluering av forrige planstrategi", "Planlagt | Gjennomført"), ("Status for planene", "2022 | 2023")],
)
def test_a_table_of_the_period_before_is_told_and_not_read(heading, columns):
    before = table(f"Plan | {columns}\nKulturplan | x | x\nSkoleplan | x | x")
    found_ = read(STRATEGY, f"={heading}", before, "=Planbehov", table("Plan | 2024 | 2025\nKulturplan | x | "))
    assert [(row.navn, [*row.merker]) for row in found_.rader] == [("Kulturplan", [2024])]
    assert [one.tekst for one in found_.ikke_plassert] == [
        f"Tabellen viser ikke hva som skal gjøres i perioden, og er ikke lest: {heading}"
    ]
    assert len(read(STRATEGY, f"={heading}", before).rader) == 2


@pytest.mark.parametrize(
    "heading",
    ["Planar vidareførte frå førre periode", "Planer som ikke ble ferdige i forrige periode",
     "Nye planer siden forrige planstrategi",
     "Gjennomføring av planstrategien", "Slettholmen"],
)  # fmt: skip
def test_what_goes_on_from_the_period_before_is_read(heading):
    goes_on = table("Plan | Ansvar\nKulturplan | HO\nSkoleplan | HO")
    assert len(read(STRATEGY, f"={heading}", goes_on, "=Planer", table("Plan | Ansvar\nHytteplan | HO")).rader) == 3
    assert len(read(STRATEGY, "=Fullførte planer", goes_on, "=Planer", table("Plan | Ansvar\nHytteplan | HO")).rader) == 1


def test_what_is_hidden_in_a_document_is_told():
    document = Document("p.xlsx", (table("Plan | 2024 | 2025\nKulturplan | x | "),), ("Arket Gammel er skjult.",))
    assert [(one.sted, one.tekst) for one in found(document).ikke_plassert] == [("dokumentet", "Arket Gammel er skjult.")]


def test_what_explains_a_colour_is_no_heading():
    assert read(table("Grønn = arbeid pågår | < | <\nPlan | 2024 | 2025\nKulturplan | x | ")).tabeller[0].navn == ""


def test_a_table_with_years_as_rows_is_read_as_one_with_plans_as_rows():
    text = "År | Kulturplan | Havneplan | Ruspolitisk plan\n2024 | x | #x | \n2025 | | ^ | x\n2026 | | | "
    assert [(row.sted, row.navn, row.merker) for row in read("Kryss viser planarbeid.", table(text)).rader] == [
        ("tabell, kolonne 2", "Kulturplan", {2024: "x"}),
        ("tabell, kolonne 3", "Havneplan", {2024: "x", 2025: "x"}),
        ("tabell, kolonne 4", "Ruspolitisk plan", {2025: "x"}),
    ]


def test_a_table_of_what_is_to_be_done_each_year_is_not_turned():
    text = "År | Planer som startes | Planer som vedtas\n2024 | Kulturplan | Havneplan\n2025 | Skoleplan | \n2026 | | Veiplan"
    assert read(table(text)).rader == ()


STATUS = "Tabellen viser hva det ble av planene i planstrategien for 2020–2023."


@pytest.mark.parametrize(
    ("above", "other"),
    [
        (STATUS, "Plan | Status\nHytteplan | Ferdig\nFiskeplan | Ikke startet"),
        ("", "Plan i planstrategien 2020–2023 | Status\nHytteplan | Ferdig\nFiskeplan | Ikke startet"),
        (
            "",
            "Regional plan | Vedtatt | Betydning\nRegional plan for vann | 2022 | Stor\nRegional plan for handel | 2018 | Liten",
        ),
        (
            "=4. Regionale planar",
            "Regional plan | Handsaming i fylkestinget | Kva han har å seie for oss\n"
            "Regional plan for areal | 2025 | Senter\nRegional plan for rein | 2024 | Hytte\nRegional transportplan | 2026 | V",
        ),
        ("", "Plan | Mål 3 | Mål 4\nKulturplan | x | \nSkoleplan | x | x"),
        (
            "",
            "Innspill fra | Tema | Vurdering\nBondelaget | Egen landbruksplan | Nei\nEldrerådet | Omsorg | Ja\nVelet | Vei | Ja",
        ),
        ("", "Plan | Forslagsstiller | Status\nSolbakken boligfelt | Solbakken AS | Startet\nKvartal 7 plan | K AS | Varslet"),
    ],
)
def test_a_table_that_does_not_say_what_is_to_be_done_is_told_and_not_read(above, other):
    plans = table("Plan | 2024 | 2025\nKulturplan | x | \nSkoleplan | | x")
    found_ = read(STRATEGY, "=Status", above, table(other), "=Planer", plans)
    assert [row.navn for row in found_.rader] == ["Kulturplan", "Skoleplan"]
    assert len(found_.ikke_plassert) == 1


def test_an_introduction_is_no_reason_not_to_read_what_is_to_be_done():
    other = table("Plan | Behov\nHytteplan | Revideres\nFiskeplan | Ny plan")
    found_ = read(STRATEGY, STATUS, other, "=Planer", table("Plan | 2024 | 2025\nKulturplan | x | x"))
    assert [row.navn for row in found_.rader] == ["Hytteplan", "Fiskeplan", "Kulturplan"]


def test_a_plan_that_stands_in_two_tables_is_asked_of():
    adopted = table("Plan | Vedtatt | Ansvar\nKulturplan | 2012 | HO\nSkoleplan | 2015 | HO\nSum | 2 | 3")
    found_ = read("x = arbeid", "=Planer", adopted, "=Prioritert", table("Plan | 2024 | 2025\nKulturplan | x | x\nSum | 1 | 1"))
    assert [(row.navn, [one.felt for one in row.tvil]) for row in found_.rader if row.tvil] == [("Kulturplan", ["navn"])]


def test_the_years_of_a_name_need_not_be_repeated_where_the_plan_stands_again():
    first, again = (table(f"Plan | 2026 | 2027\n{name} | x |\nPlan for veg | | x") for name in ("Vegplan 2022–2026", "Vegplan"))
    rows = read("Planstrategi 2026–2029", "=Areal", first, "=Teknisk", again).rader
    assert [row.navn for row in rows if row.tvil] == ["Vegplan", "Plan for veg"]


def test_marks_that_the_whole_plan_begins_are_asked_of_where_only_a_part_is_rolled_each_year():
    said = "Årlig rullering av handlingsprogrammet."
    signs = "O = oppstart, V = vedtak, A = arbeid"
    rows = read(signs, table(f"Plan | 2026 | 2027 | Merknad\nKulturplan | O | V | {said}\nIdrettsplan | A | A | {said}")).rader
    assert [[one.felt for one in row.tvil if one.felt == "planbehov"] for row in rows] == [["planbehov"], []]


def test_a_table_of_the_period_before_is_told_where_the_document_names_no_period():
    other = table("Plan | Status\nHytteplan | Ferdig\nFiskeplan | Utgår")
    found_ = read("=Status for planene i forrige planstrategi", other, "=Planer", table("Plan | Ansvar\nKulturplan | HO"))
    assert ([row.navn for row in found_.rader], len(found_.ikke_plassert)) == (["Kulturplan"], 1)


@pytest.mark.parametrize(
    ("title", "said", "asked"),
    [
        ("Planer som starter i 2025", [("oppstart", "2025")], []),
        ("Planer som skal vedtas i 2025", [("skal_vedtas", "2025")], []),
        ("Planer som ferdigstilles i 2025", [("ferdig", "2025")], []),
        ("Planar vi startar på i 2025", [("oppstart", "2025")], []),
        ("Planoppgaver i 2025", [], ["aar"]),
        ("3.2 Arbeid i 2025", [], ["aar"]),
        ("Planer som skal revideres i 2025", [], ["aar"]),
        ("2025", [], ["aar"]),
        ("Planer som starter i 2025–2027", [], ["aar"]),
        ("Planbehov 2024–2027", [], []),
        ("Planer som ikke skal starte i 2025", [], []),
        ("Planar som ikkje skal vedtakast i 2025", [], []),
    ],
)
def test_the_year_that_heads_a_table_is_of_all_its_rows_or_asked_of(title, said, asked):
    row, _ = read(STRATEGY, f"={title}", table("Plan | Ansvar\nHytteplan | HO\nFiskeplan | HO")).rader
    times = [(one.felt, one.verdi) for one in row.forslag if one.felt in ("oppstart", "skal_vedtas", "ferdig")]
    assert (times, [one.felt for one in row.tvil]) == (said, asked)


@pytest.mark.parametrize(
    ("heading", "is_plan"),
    [("Planer som oppheves", False), ("4 Planar som vert oppheva", False), ("Planar som ikkje vert vidareførte", False),
     ("Planer som videreføres uten endring", True), ("Planar som gjeld vidare", True), ("Planer som ikke skal revideres", True)],
)  # fmt: skip
def test_plans_that_are_only_listed_are_asked_of_and_those_that_are_repealed_kept_apart(heading, is_plan):
    rows = read(
        "=Planer", table("Plan | 2024\nSkoleplan | x"), f"={heading}", table("Plan | Vedtatt\nKulturplan | 2012\nRusplan | 2015")
    ).rader
    assert [(row.er_plan, [one.felt for one in row.tvil]) for row in rows] == [(True, []), *[(is_plan, ["hva"])] * 2]


def test_a_plan_with_a_year_below_such_a_heading_is_one_of_those_there_is_work_with():
    rows = read(table("Plan | 2024\nSkoleplan | x\n#Planer som oppheves | \nKulturplan | x\nRusplan | ")).rader
    assert [(row.er_plan, [one.felt for one in row.tvil]) for row in rows] == [(True, []), (True, []), (False, ["hva"])]


PLANS = "Kommuneplanens arealdel", "Næringsplan", "Plan for skole og barnehage", "Klimastrategi", "Havneplan"


def rows_of(heading, *cells):
    return read("=Planer", table("\n".join([heading, *(f"{name} | {more}" for name, more in zip(PLANS, cells, strict=True))])))


@pytest.mark.parametrize("heading", ["Planbehov", "Kva", "Arbeid", "Ønske", "SAK"])
def test_names_are_known_by_what_stands_below_a_heading_that_does_not_say_so(heading):
    found = rows_of(f"{heading} | Bakgrunn | Ansvarlig", *["Kravene er nye. | Stab"] * 5)
    assert [(row.navn, row.ansvarlig, row.kommentar) for row in found.rader] == [
        (one, "Stab", "Kravene er nye.") for one in PLANS
    ]


def test_a_heading_that_says_nothing_of_names_is_asked_of_and_one_that_does_is_not():
    asked = [(heading, rows_of(f"{heading} | Ansvarlig", *["Stab"] * 5).tabeller[0].tvil) for heading in ("Zxa", "Plan")]
    assert [(heading, [one.ord for one in tvil]) for heading, tvil in asked] == [("Zxa", ["Zxa"]), ("Plan", [])]


def test_types_that_stand_before_the_names_are_no_names():
    kinds = ["Temaplan", "Kommunedelplan"]
    lines = [f"{kinds[number % 2]} | {name} | x" for number, name in enumerate(PLANS)]
    found = read("=Planer", table("\n".join(["Zxa | Zxb | 2028", *lines])))
    assert [row.navn for row in found.rader] == [*PLANS]


def test_a_plan_with_two_years_right_below_such_a_heading_is_a_row():
    found = rows_of("Planbehov | Vedtatt | Ferdig | Ansvarlig", *["2019 | 2029 | Stab"] * 5)
    assert [row.navn for row in found.rader] == [*PLANS]


def test_parts_of_the_municipality_below_a_heading_that_nobody_knows_are_asked_of():
    found = rows_of("Plan | Zxa", "Oppvekst", "Teknisk drift", "Oppvekst", "Plan og utvikling", "Kommunedirektøren")
    assert [row.ansvarlig for row in found.rader][:2] == ["Oppvekst", "Teknisk drift"]
    assert [(row.navn, one.ord) for row in found.rader for one in row.tvil if one.felt == "ansvarlig"] == [(PLANS[0], "Zxa")]


@pytest.mark.parametrize("cell", ["{} (Teknisk)", "{}\nTeknisk"])
def test_who_is_responsible_may_stand_in_the_cell_of_the_name(cell):
    rows = [PrintedRow("rad", (PrintedCell("Plan og ansvarlig enhet"), PrintedCell("2028")))]
    rows += [PrintedRow("rad", (PrintedCell(cell.format(name)), PrintedCell("x"))) for name in PLANS]
    found = read("=Planer", PrintedTable("tabell", tuple(rows)))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [(name, "Teknisk") for name in PLANS]


def test_a_plan_without_words_of_one_is_not_who_is_responsible_for_the_row_above_it():
    rows = ["Byplan | x", "Leve hele livet | x", "Havneplan (Teknisk) | x", "Oppvekst | x"]
    found = read("=Planer", table("\n".join(["Plan (ansvarlig) | 2028", *rows])))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [
        ("Byplan", ""), ("Leve hele livet", ""), ("Havneplan", "Teknisk"), ("Oppvekst", ""),
    ]  # fmt: skip


def test_what_is_said_of_a_plan_in_parentheses_is_not_who_is_responsible():
    rows = [f"{name} ({said}) | x" for name, said in zip(PLANS, ("Stab", "helhetlig", "Teknisk", "Stab", "2028"), strict=True)]
    found = read("=Planer", table("\n".join(["Plan (ansvarlig) | 2028", *rows])))
    assert [(row.navn, row.ansvarlig) for row in found.rader][:2] == [(PLANS[0], "Stab"), ("Næringsplan (helhetlig)", "")]


def test_a_table_of_the_plans_of_the_county_is_not_read():
    own = table("Plan | Ansvarlig\nNæringsplan | Stab\nSkoleplan | Oppvekst")
    others = table("Plan | Ansvarlig\nRegional plan for kysten | Fylket\nRegional transportplan | Fylket")
    assert [row.navn for row in read("=Planer", own, "=Andre", others).rader] == ["Næringsplan", "Skoleplan"]


def test_a_colour_that_means_work_in_a_year_does_not_say_that_the_plan_is_begun():
    legend = table("#| Planarbeid pågår")
    rows = table("Plan | 2028 | 2029\nSkoleplan | | #\nNæringsplan | # | #\nHavneplan | # | Pågår")
    found = read("=Planer", rows, "Fargeforklaring:", legend)
    assert [row.navn for row in found.rader] == ["Skoleplan", "Næringsplan", "Havneplan"]
    assert [one for row in found.rader for one in row.forslag if one.felt == "status"] == []


def test_sentences_about_plans_below_another_heading_are_no_plans():
    said = "Bør ha en plan for jordvern i 2028.", "Trafikksikkerhetsplanen gir rett til tilskudd.", "Vil ha en avløpsplan."
    heard = table("\n".join(["Fra | Dato | Hovedpunkt", *(f"Bondelaget | 1.2.2027 | {text}" for text in said)]))
    assert [row.navn for row in read("=Planer", table("Plan | Ansvarlig\nNæringsplan | Stab"), "=Høring", heard).rader] == [
        "Næringsplan"
    ]


def test_a_role_on_a_line_of_its_own_is_of_the_unit_above_it_also_where_that_is_a_role():
    cells = ["Kommunedirektøren\nØkonomisjef", "Oppvekst\nKulturskolerektor", "Samfunns- og\nnæringssjef"]
    rows = [PrintedRow("rad", (PrintedCell("Plan"), PrintedCell("Ansvarlig")))]
    rows += [PrintedRow("rad", (PrintedCell(name), PrintedCell(cell))) for name, cell in zip(PLANS, cells, strict=False)]
    found = read("=Planer", PrintedTable("tabell", tuple(rows)))
    assert [{one.felt: one.verdi for one in row.forslag if one.felt in ("ansvarlig", "roller")} for row in found.rader] == [
        {"ansvarlig": "Kommunedirektøren", "roller": "Økonomisjef"},
        {"ansvarlig": "Oppvekst", "roller": "Kulturskolerektor"},
        {"ansvarlig": "Samfunns- og næringssjef"},
    ]


def test_those_who_take_part_are_parted_by_commas_where_each_begins_anew():
    found = rows_of("Plan | Ansvarlig", "Helse (Eldrerådet, NAV)", *["Teknisk (Plan, bygg og natur)"] * 4)
    told = [[one.verdi for one in row.forslag if one.felt == "medvirkende"] for row in found.rader]
    assert told[:2] == [["Eldrerådet", "NAV"], ["Plan, bygg og natur"]]
    assert "ansvarlig" not in [doubt.felt for doubt in found.rader[0].tvil]


def test_amounts_are_counted_in_what_the_heading_says():
    found = rows_of("Plan | Kostnad (1000 kr)", "450", "0", "1 200", "80", "75")
    told = [one.verdi for row in found.rader for one in row.forslag if one.felt == "innsats"]
    assert told == [f"[{{kroner: {number}}}]" for number in (450000, 0, 1200000, 80000, 75000)]


@pytest.mark.parametrize(
    ("over", "names"),
    [("Månadsverk", "Kommuneplanen, Kommunedelplanar, Reguleringsplanar, Rettleiing"),
     ("Ressurs", "Årsverk til arealplaner, Årsverk til temaplaner, Konsulenter (1 000 kr), Kart og utredninger (1 000 kr)"),
     ("Planressurs (månadsverk)", "Arealdel og reguleringsplanar, Samfunnsplanar, Planvask, Private planar")],
)  # fmt: skip
def test_what_kinds_of_work_take_is_no_table_of_plans(over, names):
    counted = "\n".join([f"{over} | 2024 | 2025 | 2026 | 2027", *(f"{name} | 10 | 14 | 8 | 9" for name in names.split(", "))])
    found_ = read("=Planer", table("Plan | 2024 | 2025\nHavneplan | x | \nKulturplan | | x"), "=Ressurser", table(counted))
    assert [row.navn for row in found_.rader] == ["Havneplan", "Kulturplan"]
    assert [over in note.tekst for note in found_.ikke_plassert] == [True]


def test_what_plans_take_is_one_whatever_heads_their_names():
    counted = table("Årsverk | 2024 | 2025\nHavneplan | 0,5 | 1\nKulturplan | 0,2 | \nStøyplan | | 0,3")
    assert [row.navn for row in read("=Planer", counted).rader] == ["Havneplan", "Kulturplan", "Støyplan"]


def test_a_table_of_the_plans_of_others_that_says_not_what_is_to_be_done_is_told():
    others = table("Tema | Kven deltek | Utgangspunkt\nFelles avfallsplan | IKS | Avtale\nKystplan | Fylket | Planprogram")
    ours = table("Plan | 2024\nHavneplan | x")
    found_ = read("=Planer", ours, "=Interkommunale og regionale planar", others)
    assert ([row.navn for row in found_.rader], len(found_.ikke_plassert)) == (["Havneplan"], 1)


def test_a_table_below_a_heading_of_the_plans_of_others_is_read_where_its_rows_say_what_is_to_be_done():
    urgent = table("Plan | Hvor viktig | Prioritet\nKystplan | Ja | Høy\nAvfallsplan | Nei | Lav")
    ours = table("Plan | 2024\nHavneplan | x")
    found_ = read("=Planer", ours, "=Kommunale og regionale planer", urgent)
    assert [row.navn for row in found_.rader] == ["Havneplan", "Kystplan", "Avfallsplan"]


@pytest.mark.parametrize("heads", ["MÅ | BØR | KAN", "Må starte | Bør starte | Kan vente", "Høy | Middels | Lav"])
def test_a_cross_below_how_urgent_a_plan_is_says_so(heads):
    urgent = table(f"Plan | {heads}\nHavneplan | x | | \nKulturplan | | X | \nStøyplan | | | x")
    told = [one for row in read("=Planer", urgent).rader for one in row.forslag if one.felt == "hast"]
    assert [one.ord for one in told] == heads.split(" | ")


def test_of_two_columns_of_areas_the_first_is_what_the_plans_are_divided_by():
    areas = table("Område | Plan | 2024 | Tjenesteområde\nSamfunn | Næringsplan | x | Næring\n^ | Klimaplan | x | Plan og miljø")
    assert [row.ansvarlig for row in read("=Planer", areas).rader] == ["Næring", "Plan og miljø"]


@pytest.mark.parametrize("legend", ["oppstart | O\nvedtak | V", "O | oppstart | V | vedtak", "O = oppstart, V = vedtak"])
def test_a_legend_may_be_a_table_of_any_form(legend):
    read_ = read(STRATEGY, "=Planbehov", table("Plan | 2024 | 2025\nKulturplan | O | V\nSkoleplan | | O"), table(legend))
    assert (read_.tabeller[0].merket_betyr, read_.tabeller[0].tvil) == ({"O": "oppstart", "V": "vedtak"}, ())


def test_an_adoption_before_the_period_is_asked_of():
    read_ = read(
        STRATEGY, "=Planbehov", table("Plan | 2024 | Merknad\nKulturplan | x | Vedtak 2018\nSkoleplan | x | Vedtak 2026")
    )
    assert [[one.ord for one in row.tvil] for row in read_.rader] == [["Vedtak 2018"], []]


def test_a_letter_for_what_is_decided_says_what_the_document_explains_it_with_and_is_else_asked_of():
    letters = table("Plan | Behov\nHavneplan | R\nKulturplan | N\nStøyplan | V")
    told = read("=Planer", letters, "R = revideres, N = neste periode, V = videreføres uten endring").rader
    assert [one.verdi for row in told for one in row.forslag if one.felt == "planbehov"] == [
        "revisjon",
        "neste_periode",
        "viderefores",
    ]
    for row in read("=Planer", letters).rader:
        assert ([one.felt for one in row.forslag if one.felt != "plantype"], [one.felt for one in row.tvil]) == ([], ["merker"])


def test_a_cross_below_a_letter_says_what_the_letter_stands_for():
    crosses = table("Plan | Hva skal skje | < | <\n^ | V | R | N\nHavneplan | x | | \nStøyplan | | x | \nKulturplan | | | x")
    told = read("=Planer", crosses, "V = videreføres, R = revideres, N = ny").rader
    assert [one.verdi for row in told for one in row.forslag if one.felt == "planbehov"] == ["viderefores", "revisjon", "ny"]


def test_what_is_decided_in_words_that_are_not_read_is_asked_of():
    rows_ = read(
        "=Planer", table("Plan | Behov\nHavneplan | Som avtalt\nKulturplan | Gjeld vidare\nStøyplan | Vedtatt 2019")
    ).rader
    assert [[(one.felt, one.ord) for one in row.tvil] for row in rows_] == [[("planbehov", "Som avtalt")], [], []]


def test_a_heading_of_a_kind_of_plan_beside_how_far_they_are_is_that_of_their_names():
    plans = table("PlanID | Arealplan | Stoda våren 2020 | Tilråding\n2016003 | Sentrum | Varsla oppstart | Fullførast\n"
                  "2018001 | Reguleringsplan for Nes | Sett på vent | Revisjon")  # fmt: skip
    assert [row.navn for row in read("=Arealplanar", plans).rader] == ["Sentrum", "Reguleringsplan for Nes"]


def test_what_had_begun_before_is_work_and_not_when_it_begins_or_the_adoption():
    text = "X = arbeidet starter dette året. (X) = arbeidet var startet da planstrategien ble vedtatt."
    read_ = read("=Planer", table("Plan | 2024 | 2025\nHavneplan | (X) | X\nStøyplan | X | "), text)
    assert read_.tabeller[0].merket_betyr == {"(X)": "arbeid", "": "oppstart"}


def test_a_table_that_begins_with_abbreviations_or_reports_has_no_plans():
    kinds = (
        "KP | Kommuneplan etter plan- og bygningslova\nKDP | Kommunedelplan etter plan- og bygningslova\nOR | Områderegulering"
    )
    words = f"Forkorting | Tyding\n{kinds}\nTP | Temaplan utan krav etter plan- og bygningslova\nHO / OK | Helse og omsorg"
    read_ = read("=Plansystemet", table(words), "=Planar", table("Plan | Ansvar\nKulturplan | HO\nSkoleplan | OK"))
    assert [row.navn for row in read_.rader] == ["Kulturplan", "Skoleplan"]
    told = "Rapportering | Dokument | Tid\nTertialrapport | Avvik | Juni\nÅrsmelding | Status | Mai\nPlanstrategi | Alt | 2027"
    assert read("=Oppfølging", table(told)).rader == ()
    short = read("=Planer", table("Plan | Forkortelse | Ansvar\nKulturplan | KUP | HO\nSkoleplan | SKP | OK"))
    assert [row.navn for row in short.rader] == ["Kulturplan", "Skoleplan"]


@pytest.mark.parametrize("nothing", ["\u200b", "\ufeff \u2060", "<br>", "&nbsp;"])
def test_a_row_of_signs_that_nobody_sees_is_an_empty_row(nothing):
    rows = "Plan | 2028 | 2029\nKulturplan | x |\n{0} | |\nHavneplan | {0} | x\nBeiteplan | x | x"
    assert [(one.navn, [*one.merker]) for one in read(table(rows.format(nothing))).rader] == [
        ("Kulturplan", [2028]), ("Havneplan", [2029]), ("Beiteplan", [2028, 2029]),
    ]  # fmt: skip
