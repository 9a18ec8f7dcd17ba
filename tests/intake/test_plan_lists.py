"""Lists of plans in running text."""

from printed import read, table

LIST = "• Skoleplan (ny plan)", "• Kulturplan – rulleres", "• Plan for vann og avløp", "• Bo og leve"


def names(found):
    return [row.navn for row in found.rader]


def test_a_list_of_plans_is_read_and_asked_of():
    found = read("=Planbehov", *LIST, "Mer tekst.")
    assert [(row.navn, row.kommentar) for row in found.rader] == [
        ("Skoleplan", "ny plan"),
        ("Kulturplan", "rulleres"),
        ("Plan for vann og avløp", ""),
        ("Bo og leve", ""),
    ]
    assert [(one.navn, [doubt.felt for doubt in one.tvil]) for one in found.tabeller] == [("Planbehov", ["navn"])]


def test_a_list_on_one_line_is_several_plans():
    assert names(read("=Planbehov", "▪ Skoleplan ▪ Klima- og energiplan ▪ Byplan")) == [
        "Skoleplan",
        "Klima- og energiplan",
        "Byplan",
    ]


def test_a_list_may_be_numbered_and_follow_its_introduction_on_one_line():
    told = "Kommunestyret prioriterer: 1. Skoleplan – vedtas 2025 2. Byplan. 3. Havneplan"
    assert names(read("=Planbehov", told)) == ["Skoleplan", "Byplan", "Havneplan"]
    assert names(read("=Planer", "Gjeldende regionale planer: • Regional plan for areal • Regional plan for klima")) == []


def test_what_follows_a_colon_is_told_of_the_plan_and_after_a_mere_type_its_name():
    found = read("=Planbehov", "• Klimaplan: Rulleres i 2025", "• Plan for skolen: se over", "• Områderegulering: Sentrum")
    assert names(found) == ["Klimaplan", "Plan for skolen", "Områderegulering: Sentrum"]
    assert [row.kommentar for row in found.rader] == ["Rulleres i 2025", "se over", ""]


def test_a_list_that_explains_words_is_none_of_plans():
    words = "• Ny plan: det lages en ny plan", "• Revideres: planen oppdateres", "• Utgår: planen tas ut av oversikten"
    assert names(read("=Forklaring", *words, "=Planbehov", *LIST)) == names(read("=Planbehov", *LIST))
    kinds = "• Samfunnsdelen: mål på lang sikt", "• Arealdelen: bruk og vern", "• Temaplan: plan for et fagområde"
    found = read("=Planstrategien", *kinds, "=Planbehov", *LIST)
    assert (names(found), len(found.ikke_plassert)) == (names(read("=Planbehov", *LIST)), 1)
    dated = "• Kulturplan: se over", "• Skoleplan: se over", "• Kommuneplan: rulleres i 2025"
    assert len(names(read("=Planbehov", *dated))) == 3


def test_lists_are_not_read_where_a_table_has_the_years_of_the_plans():
    marked = table("Plan | 2024 | 2025\nKulturplan | x | ")
    assert names(read("=Planbehov", *LIST, "=Planer", marked)) == ["Kulturplan"]
    unmarked = table("Plan | Vedtatt | Ansvar\nHavneplan | 2019 | HO")
    assert names(read("=Planbehov", *LIST, "=Gjeldende planer", unmarked))[-2:] == ["Bo og leve", "Havneplan"]


def test_lists_of_other_things_and_of_the_plans_of_others_are_not_read():
    tasks = "• rapportering i årsmeldingen", "• årlig rullering av økonomiplanen", "• dialog med fylkeskommunen"
    assert (names(read("=Oppfølging", *tasks)), read("=Oppfølging", *tasks).ikke_plassert) == ([], ())
    assert names(read("Gjeldende regionale planer:", "• Regional plan for areal", "• Regional plan for klima")) == []
    assert names(read("=Planbehov", "• Skoleplan")) == []


def test_a_list_that_names_again_what_a_table_says_is_decided_has_no_plans_of_its_own():
    told = table("Plan | Vedtatt | Revisjon\nSkoleplan 2018–2021 | 2018 | Revideres\nKulturplan | 2019 | Videreføres")
    assert names(read("=Planbehov", *LIST[:2], "=Planer", told)) == ["Skoleplan 2018–2021", "Kulturplan"]
    found = read("=Planbehov", *LIST[:3], "=Planer", told)
    assert names(found) == ["Skoleplan 2018–2021", "Kulturplan"]
    # nor those it does not name, which are told of
    assert ["Plan for vann og avløp" in note.tekst for note in found.ikke_plassert] == [True]


def test_a_list_of_questions_about_plans_names_none():
    assert names(read("=Kriterier", "1. Er planen lovpålagt?", "2. Er dagens plan utdatert?", "3. Har vi folk til planen?")) == []


def test_sentences_that_speak_of_plans_are_no_list_of_them():
    said = "• Bondelaget ønsker en landbruksplan", "• Ungdomsplanen må komme først", "• Færre planer. Av 27 planer er 13 igjen"
    assert names(read("=Høring", *said)) == []


def years(found):
    return [(row.navn, [*row.merker], row.ansvarlig) for row in found.rader]


def test_plans_below_years_beside_who_makes_them_are_rows_with_those_years():
    rows = "Ansvarlig | 2028 | 2029\nKultur | Kulturplan | Bibliotekplan/Kulturplan\nTeknisk | • Vegplan • Havneplan |"
    assert years(read("=Planer", table_of_lines(rows))) == [
        ("Kulturplan", [2028, 2029], "Kultur"), ("Bibliotekplan", [2029], "Kultur"), ("Vegplan", [2028], "Teknisk"),
        ("Havneplan", [2028], "Teknisk"),
    ]  # fmt: skip


def test_what_is_said_with_a_plan_below_a_year_is_no_part_of_its_name():
    kultur, areal = "Kulturplan (ny) | Idrettsplan – haller og baner", "Arealplan (ny) | Arealplan (vedtas)"
    found = read("=Planer", table(f"Tema | 2028 | 2029\nKultur | {kultur}\nAreal | {areal}"))
    assert [(row.navn, row.kommentar) for row in found.rader] == [
        ("Kulturplan", "ny"), ("Idrettsplan – haller og baner", ""), ("Arealplan", "2028: ny; 2029: vedtas"),
    ]  # fmt: skip


def test_what_is_done_with_plans_below_years_names_none():
    rows = "Plan | 2028 | 2029\nKulturplan | Planprogram | Ny plan\nHavneplan | Ny plan | Planprogram\nVegplan | Ny plan |"
    assert [row.navn for row in read("=Planer", table(rows)).rader] == ["Kulturplan", "Havneplan", "Vegplan"]


def test_the_plans_that_a_cell_lists_beside_a_year_are_rows():
    rows = "År | Planer som skal utarbeides\n2028 | Kulturplan/Vegplan\n2029 | Havneplan\n2030 | Beiteplan/Skogplan"
    assert [(name, own) for name, own, _ in years(read("=Planer", table_of_lines(rows)))] == [
        ("Kulturplan", [2028]), ("Vegplan", [2028]), ("Havneplan", [2029]), ("Beiteplan", [2030]), ("Skogplan", [2030]),
    ]  # fmt: skip


def table_of_lines(text):
    """Return a table in which / ends a line of a cell."""
    made = table(text)
    cells = [tuple(cell._replace(tekst=cell.tekst.replace("/", "\n")) for cell in row.celler) for row in made.rader]
    return made._replace(rader=tuple(row._replace(celler=own) for row, own in zip(made.rader, cells, strict=True)))
