"""Words with their places, made lines and text again."""

import pytest

from planstrategi.intake.cells import JOINED
from planstrategi.intake.pdf.drawn import Word
from planstrategi.intake.pdf.lines import (
    column_at,
    column_bounds,
    fits,
    paragraphs_in,
    parted_at,
    plain_line,
    printed_lines,
    runs_of_lines,
    segments,
    text_of_lines,
    whole_words,
)
from planstrategi.intake.words import word_list


def word(text, x0, top=0.0, letter=5.0):
    return Word(text, x0, x0 + letter * len(text), top, top + 10, letter, "Sans", True)


def line(text, top, x0=0.0):
    words = []
    for part in text.split():
        words.append(word(part, x0, top))
        x0 = words[-1].x1 + 3
    return words


def test_words_of_one_height_are_a_line_from_the_left():
    assert [[one.text for one in found] for found in printed_lines([word("b", 50, 1), word("c", 0, 20), word("a", 0, 0)])] == [
        ["a", "b"],
        ["c"],
    ]


def test_words_turned_on_their_side_are_a_line_though_some_have_higher_letters():
    turned = [("1.", 287.3, 198), ("halvår", 285.9, 185), ("2027", 287.3, 150), ("2.", 308.5, 198), ("halvår", 307.1, 185)]
    words = [Word(text, x0, round(x0 / 10) * 10 + 5, bottom - 10, bottom, 5, "Sans", False) for text, x0, bottom in turned]
    assert [[one.text for one in found] for found in printed_lines(words)] == [["1.", "halvår", "2027"], ["2.", "halvår"]]


def test_a_line_is_parted_where_words_stand_wide_apart():
    assert [[one.text for one in part] for part in segments([*line("Plan for helse", 0), *line("x", 0, 120)])] == [
        ["Plan", "for", "helse"],
        ["x"],
    ]


@pytest.mark.parametrize(("text", "parts"), [
    ("Vedteken 2024 2025 2026 Ansvar", ["Vedteken", "2024", "2025", "2026", "Ansvar"]),
    ("Samfunnsdel fra 2012 og 2023 er 2025", ["Samfunnsdel fra 2012 og 2023 er 2025"]),
])  # fmt: skip
def test_years_one_after_the_other_begin_columns_however_close_they_stand_and_small_letters_after_a_year_do_not(text, parts):
    (found,) = printed_lines(line(text, 0))
    assert [" ".join(one.text for one in part) for part in segments(found)] == parts


def test_columns_part_where_fewest_words_stand():
    heading = [*line("Plan", 0), *line("2024", 0, 100)]
    bounds = column_bounds(heading, [line("Kommuneplan nord", 20)])
    assert (len(bounds), [column_at(one, bounds) for one in heading]) == (1, [0, 1])
    assert 83 < bounds[0] < 100
    assert fits(line("Kommuneplan", 20), bounds)
    assert not fits(line("Kommuneplan og mye annet ved siden", 20), bounds)


def test_a_year_is_no_part_of_the_word_before_it():
    assert text_of_lines([line("kulturpl", 0), line("2024", 12)], 40, frozenset()) == "kulturpl 2024"


def test_a_word_is_put_together_only_where_it_fills_its_line_and_is_longer_than_one():
    # forty wide: eight letters
    assert text_of_lines([line("kommuned", 0), line("elplan", 12)], 40, frozenset()) == f"kommuned{JOINED}elplan"
    assert text_of_lines([line("kommuned", 0), line("elplan", 12)], 40, frozenset(["kommunedelplan"])) == "kommunedelplan"
    assert text_of_lines([line("helse og", 0), line("omsorg", 12)], 45, frozenset()) == "helse og omsorg"
    assert text_of_lines([line("arealdel", 0), line("nordside", 12)], 40, frozenset(["arealdel"])) == "arealdel nordside"


@pytest.mark.parametrize("role", ["Kommunalsjef", "Enhetsleder", "Verksemdsleiar"])
def test_who_leads_a_part_is_a_word_of_its_own_though_it_fills_its_line(role):
    assert (
        text_of_lines([line(role, 0), line("oppvekst", 12)], 5 * len(role), frozenset(word_list().hele_ord)) == f"{role} oppvekst"
    )


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph():
    assert text_of_lines([line("Plan", 0), line("Strategi", 12)], 200, frozenset()) == "Plan\nStrategi"


def test_a_hyphen_at_the_end_of_a_line_joins_but_not_before_og():
    assert text_of_lines([line("Dagslett-", 0), line("Liertoppen", 12)], 60, frozenset()) == "Dagslett-Liertoppen"
    assert text_of_lines([line("helse-", 0), line("og omsorg", 12)], 60, frozenset()) == "helse- og omsorg"


def test_a_hyphen_that_divides_a_word_at_the_end_of_a_line_is_no_part_of_it():
    assert text_of_lines([line("vass-", 0), line("forsyning", 12)], 60, frozenset()) == "vassforsyning"
    assert text_of_lines([line("ROS-", 0), line("analyse", 12)], 60, frozenset()) == "ROS-analyse"


def test_words_within_a_line_are_whole():
    assert whole_words([line("plan for vern", 0)], 70) == {"for"}


def test_a_word_that_ends_a_line_of_others_is_whole():
    assert text_of_lines([line("i det", 0), line("nye", 12)], 27, frozenset()) == "i det nye"


def test_the_lines_of_a_title_in_large_letters_are_further_apart():
    def title(text, top, high):
        return [Word(text, 0, 50, top, top + high, 5, "Sans", True)]

    assert len(list(runs_of_lines([title("Planstrategi for", 0, 18), title("Fjordvik kommune", 31, 18)], 20))) == 1
    assert len(list(runs_of_lines([title("Planstrategi for", 0, 10), title("Fjordvik kommune", 31, 10)], 20))) == 2


def test_a_bullet_is_of_the_paragraph_that_it_begins_though_its_font_is_another():
    bullet, bold = (lambda one: one._replace(font="Symbol")), (lambda one: one._replace(font="Sans Bold"))
    item = [[bullet(word("•", 0)), *line("Skoleplan", 0, 8)], line("rulleres", 12, 8)]
    assert [text for _, text in paragraphs_in(item)] == ["• Skoleplan rulleres"]
    high = [[word("•", 0)._replace(bottom=14), *line("Skoleplan", 0, 8)], line("rulleres", 12, 8)]
    assert [text for _, text in paragraphs_in(high)] == ["• Skoleplan rulleres"]
    begun = [[bold(word("Skoleplan", 0)), word("er", 48)], line("fra 2019", 12)]
    assert [text for _, text in paragraphs_in(begun)] == ["Skoleplan er fra 2019"]
    titled = [[bold(word("Skoleplan", 0))], line("Den er fra 2019", 12)]
    assert [text for _, text in paragraphs_in(titled)] == ["Skoleplan", "Den er fra 2019"]


def test_a_list_below_a_table_moves_none_of_its_columns():
    rows = [line("Kommunedelplan", 20), line("Kulturplan for sør", 32)]
    listed = [line(text, top, 30.0) for top, text in ((60, "Helse og mestring med mer"), (72, "Teknisk drift og plan"))]
    heading = [*line("Plan", 0), *line("Type", 0, 120.0), *line("Ansvar", 0, 250.0)]
    assert column_bounds(heading, [*rows, *listed])[0] > 100


def test_headings_of_narrow_columns_stand_a_little_wider_apart_than_words():
    parts = segments([*line("Oppstart eller ferdig", 0), word("Leder", 107.5)])
    assert [[one.text for one in part] for part in parts] == [["Oppstart", "eller", "ferdig"], ["Leder"]]


def test_the_number_of_a_row_is_parted_from_the_name_close_to_it_and_that_of_a_title_over_columns_is_not():
    row, title = (line(text, 0) for text in ("19 Plan for helse", "6.2 Prioritering av planoppgaver i hele perioden"))
    bounds = [row[0].x1 + 1.5, title[3].x0 + 5]
    assert [[plain_line(part) for part in segments(parted_at(one, bounds))] for one in (row, title)] == [
        ["19", "Plan for helse"],
        [plain_line(title)],
    ]


def test_a_year_that_ends_a_title_over_columns_bounds_none_of_them():
    heading = [*line("Nr", 0), *line("Behov", 0, 60), *line("Type", 0, 160)]
    cells = [(top, (("1", 0), (need, 40), ("Overordnet", 135))) for top, need in ((40, "Må utarbeides"), (60, "Ny"))]
    rows = [[word for text, x0 in own for word in line(text, top, x0)] for top, own in cells]
    title = line("Alle planene som må lages i 2024", 20)
    title = [word._replace(x0=word.x0 + 158.5 - title[-1].x1, x1=word.x1 + 158.5 - title[-1].x1) for word in title]
    _, bound = column_bounds(heading, [title, *rows])
    assert rows[0][2].x1 < bound < 135
