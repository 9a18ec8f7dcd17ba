"""Cards: what is told of one plan, a row or a line for each thing, below its name."""

from printed import read, table

TITLES = "Behov", "Tidsrom", "Ansvarlig"


def card(name, *told):
    return table("\n".join([name, *(" | ".join(one) for one in zip(TITLES, told, strict=True))]))


HAVN, KULTUR = ("Revisjon", "2024–2025", "Teknisk"), ("Ny plan", "2025", "Oppvekst")


def said(found):
    return [(row.navn, row.ord, [*row.merker], row.ansvarlig) for row in found.rader]


def test_cards_of_a_plan_each_are_rows_wherever_the_name_stands():
    wanted = [("Havneplan", "Revisjon", [2024, 2025], "Teknisk"), ("Kulturplan", "Ny plan", [2025], "Oppvekst")]
    assert said(read("=Planer", card("Plan | Havneplan", *HAVN), card("Plan | Kulturplan", *KULTUR))) == wanted
    assert said(read("=Planer", card("Havneplan | <", *HAVN), card("Kulturplan | <", *KULTUR))) == wanted
    bare = [table("\n".join(f"{title} | {text}" for title, text in zip(TITLES, told, strict=True)))
            for told in (HAVN, KULTUR)]  # fmt: skip
    assert said(read("=Havneplan", bare[0], "=Kulturplan", bare[1])) == wanted
    pairs = "{} | < | < | <\nBehov | {} | Tidsrom | {}\nAnsvarlig | {} | Medvirkning | Alle"
    assert said(read("=Planer", table(pairs.format("Havneplan", *HAVN)), table(pairs.format("Kulturplan", *KULTUR)))) == wanted
    beside = table(
        "| Havneplan | Kulturplan\nBehov | Revisjon | Ny plan\nTidsrom | 2024–2025 | 2025\nAnsvarlig | Teknisk | Oppvekst"
    )
    assert said(read("=Planer", beside)) == wanted


def test_a_card_whose_name_is_lost_has_not_that_of_the_one_above():
    below = "Behov | Ny plan\nTidsrom | 2025\nAnsvarlig | Oppvekst"
    first, last = card("Plan | Havneplan", *HAVN), card("Plan | Støyplan", *HAVN)
    found = read("=Planer", first._replace(rader=(*first.rader, *table(below).rader)), last)
    assert [row.navn for row in found.rader] == ["Havneplan", "Plan uten navn", "Støyplan"]
    assert [[doubt.felt for doubt in row.tvil] for row in found.rader] == [[], ["navn"], []]


def test_lines_that_tell_of_a_plan_below_its_name_are_a_card():
    lines = [[f"{title}: {text}" for title, text in zip(TITLES, told, strict=True)] for told in (HAVN, ("Ny plan", "", "Kultur"))]
    found = read("=Havneplan", *lines[0], "=Kulturplan", "Planen er ny.", *lines[1])
    assert said(found) == [("Havneplan", "Revisjon", [2024, 2025], "Teknisk"), ("Kulturplan", "Ny plan", [], "Kultur")]


def test_cards_are_told_of_where_a_table_says_what_is_to_be_done():
    cards = card("Plan | Havneplan", *HAVN), card("Plan | Kulturplan", *KULTUR)
    found = read("=Vurdering", *cards, "=Planer", table("Plan | 2024 | 2025\nHavneplan | x | \nKulturplan | | x"))
    assert ([row.merker for row in found.rader], len(found.ikke_plassert)) == ([{2024: "x"}, {2025: "x"}], 1)


def test_one_card_alone_may_be_of_the_document_itself():
    about = card("Tittel | Planstrategi", "Orientering", "2024–2027", "Rådmannen")
    assert [row.navn for row in read("=Om dokumentet", about, "=Planer", table("Plan | 2024\nHavneplan | x")).rader] == [
        "Havneplan"
    ]


def test_cards_stand_in_a_group_below_a_heading_that_is_no_name():
    bare = [table("\n".join(f"{title} | {text}" for title, text in zip(TITLES, ("", "", who), strict=True))) for who in "ABC"]
    found = read("=Planer", "=Havneplan", bare[0], "=Planer som oppheves", "=Kulturplan", bare[1], "=Rusplan", bare[2])
    assert [one.navn for one in found.tabeller] == ["Planer", "Planer som oppheves"]
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [("Havneplan", "A"), ("Kulturplan", "B"), ("Rusplan", "C")]
    assert [[one.verdi for one in row.forslag if one.felt == "planbehov"] for row in found.rader] == [
        [],
        ["oppheves"],
        ["oppheves"],
    ]


def test_the_work_with_a_plan_that_a_card_tells_of_is_no_name_and_its_ticked_years_are_those_of_the_plan():
    cards = [
        table(f"{name} | <\nFormål | Noe nytt\nPlanarbeid | {ticks}\nAnsvarlig | {unit}")
        for name, ticks, unit in (("Havneplan", "☒ 2028 ☐ 2029", "Teknisk"), ("Kulturplan", "☒ 2028 ☒ 2029", "Kultur"))
    ]
    found = read("=Planer", *cards)
    assert [(row.navn, [*row.merker], row.ansvarlig) for row in found.rader] == [
        ("Havneplan", [2028], "Teknisk"), ("Kulturplan", [2028, 2029], "Kultur"),
    ]  # fmt: skip
