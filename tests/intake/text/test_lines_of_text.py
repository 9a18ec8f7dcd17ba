"""Lines of a text where the cells of a column stand below each other, and of lists of plans: which of them begin a row."""

import pytest
from texts_without_columns import PLANS, names, read

from planstrategi.intake.text.lines import clean_lines

BULLET = "\uf0b7"


def test_a_bullet_of_a_font_of_signs_begins_a_line_and_alone_is_nothing(tmp_path):
    assert names(read(tmp_path, *(f"{BULLET} {name}" for name in PLANS))) == PLANS
    assert names(read(tmp_path, *[BULLET] * 4, "", *PLANS)) == PLANS


@pytest.mark.parametrize("sign", ["▪", BULLET])
def test_a_list_in_running_text_is_read_where_no_table_names_the_plans(tmp_path, sign):
    assert names(read(tmp_path, f"Aktuelle temaplanar: {sign} " + f" {sign} ".join(PLANS))) == PLANS


def test_what_is_decided_may_stand_in_parentheses_or_after_a_dash(tmp_path):
    told = ["(ny plan)", "(revidering)", "– ny plan, vedtas 2030", "– revisjon 2029"]
    found = read(tmp_path, *(f"{name} {said}" for name, said in zip(PLANS, told, strict=True)))
    assert names(found) == PLANS
    assert [row.ord for row in found.rader] == ["(ny plan)", "(revidering)", "ny plan, vedtas 2030", "revisjon 2029"]


def test_list_numbers_in_a_column_of_their_own_count_names_that_have_no_word_for_a_plan(tmp_path):
    plain = ["Vann og avløp", "Helse", "Idrett"]
    found = read(tmp_path, "Nr", "Plan", "1", "2", "", *PLANS[:2], "", "3", "4", "5", "", *plain, "", "X", "X")
    assert names(found) == [*PLANS[:2], *plain]


def test_numbers_below_each_other_count_nothing_where_a_name_has_none(tmp_path):
    assert names(read(tmp_path, "Plan Timer", *PLANS, "1", "2", "3", "", "Stab", "Kultur", "Helse")) == PLANS


def test_a_type_that_begins_a_name_is_none_where_types_stand_after_or_before_it(tmp_path):
    after = [f"{at} {name} Temaplan" for at, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr Plan Plantype", *after, "5 Områderegulering Havna Temaplan")
    assert names(found) == [*PLANS, "Områderegulering Havna"]
    before = [f"Temaplan {name}" for name in PLANS]
    found = read(tmp_path, "Plantype Plan Ansvar", *before, "Kommunedelplan Kommunedelplan Havna")
    assert names(found) == [*PLANS, "Kommunedelplan Havna"]


def test_what_is_no_plan_may_stand_among_names_that_follow_each_other(tmp_path):
    found = read(tmp_path, "Plan 2028 2029", *PLANS[:2], "Behandling av private planforslag", *PLANS[2:], "X", "X")
    assert names(found) == [*PLANS[:2], "Behandling av private planforslag", *PLANS[2:]]


@pytest.mark.parametrize("cells", [["Kultur og fritid", "X", "Kultur og fritid", "X"], ["Skogbrukssjef", "X"], ["Drift)", "X"]])
def test_a_text_that_stands_twice_or_is_a_role_or_the_end_of_another_begins_no_row_before_a_mark(tmp_path, cells):
    rows = [cell for name in PLANS for cell in (name, "X")]
    assert names(read(tmp_path, "Plan 2028 2029", *rows, *cells)) == PLANS


def test_a_name_that_turns_out_to_be_a_sentence_is_told_and_makes_no_row(tmp_path):
    found = read(tmp_path, "Plan 2028 2029", *(f"{name} X" for name in PLANS), "Dagens plan fra", "2014 er", "utdatert.")
    assert names(found) == PLANS
    assert [note.tekst for note in found.ikke_plassert] == ["Dagens plan fra utdatert.", "2014 er"]


def test_years_that_rise_below_each_other_in_a_column_head_no_table(tmp_path):
    more = ["Omsorgsplan", "Oppvekstplan", "Boligplan", "Kulturplan"]
    cells = ["2028", "2029", "2030", "", "2029", "2031"]
    found = read(tmp_path, "Plan Oppstart Vedtak Ansvarlig", *PLANS, *[""] * 3, *["Stab"] * 16, *cells, *more, "2028", "2028")
    assert [(row.tabell, row.navn) for row in found.rader] == [(1, name) for name in [*PLANS, *more]]


def test_who_has_ordered_a_plan_is_no_part_of_its_name(tmp_path):
    who = ["Formannskapet", "Viltnemnda", "Hovedutvalg for oppvekst", "Statsforvalteren"]
    rows = [f"{name} {by} {2028 + at} Rektor" for at, (name, by) in enumerate(zip(PLANS, who, strict=True))]
    assert names(read(tmp_path, "Plan Bestiller Når Rolle", *rows)) == PLANS


def test_a_case_below_its_date_is_of_the_date(tmp_path):
    rows = [line for at, name in enumerate(PLANS) for line in (name, "20.06.2019 K-", f"sak {at}5/19", "Utbygd. Oppheves.")]
    assert names(read(tmp_path, "Plan Vedtatt Vurdering", *rows)) == PLANS


def test_the_word_for_a_plan_alone_heads_a_group_and_with_more_below_it_begins_a_name(tmp_path):
    heads = ["Kommuneplanen", *PLANS, "Kommunedelplanar", "Kommuneplanen –", "handlingsdel"]
    assert names(read(tmp_path, "Plan 2028 2029", *heads)) == [*PLANS, "Kommuneplanen – handlingsdel"]


def test_a_name_in_quotation_marks_below_that_of_a_plan_goes_on_with_it(tmp_path):
    found = read(tmp_path, "Plan Vurdering", *PLANS, "Omsorgsplan", "«Leve hele livet»", "Må fornyes.")
    assert names(found) == [*PLANS, "Omsorgsplan «Leve hele livet»"]


def test_a_committee_for_plans_and_more_is_no_plan(tmp_path):
    rows = [f"{name} X" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029 Utvalg", *rows, "Plan- og miljøutvalget")) == PLANS


def test_a_list_number_without_a_name_makes_no_row(tmp_path):
    rows = [f"{at} {name}" for at, name in enumerate(PLANS, 1)]
    assert names(read(tmp_path, "Nr Plan Merknad", *rows, "5")) == PLANS


def test_a_word_that_is_written_as_a_verb_makes_no_sentence_of_a_name(tmp_path):
    found = read(tmp_path, "Plan Ansvar", *PLANS, "Handlingsplan for barn og familiene deres")
    assert names(found) == [*PLANS, "Handlingsplan for barn og familiene deres"]


def test_a_line_that_ends_in_a_blank_was_broken_in_its_cell_and_goes_on(tmp_path):
    rows = [("Plan for støy og ", "reint vatn", "Grunnlaget er "), ("Strategi for ", "hytter på fjellet", "Må lages ")]
    lines = [line for one in rows for line in (*one, "på nytt etter ", "ny lov", "Teknisk")]
    found = read(tmp_path, "Plan Bakgrunn Ansvarlig", *lines, "Kulturplan", "Teknisk")
    assert names(found) == ["Plan for støy og reint vatn", "Strategi for hytter på fjellet", "Kulturplan"]


def test_blanks_that_end_all_lines_say_nothing_of_cells(tmp_path):
    assert names(read(tmp_path, "Plan Ansvarlig ", *(f"{line} " for name in PLANS for line in (name, "Stab")))) == PLANS


def test_what_goes_on_across_a_page_is_not_put_together():
    lines = clean_lines("Plan for \nstøy\n\fPlan for \n\fTilbake")
    assert [one.tekst for one in lines] == ["Plan for støy", "Plan for", "Tilbake"]


def test_cells_that_are_whole_are_not_shared_by_the_widths_of_columns(tmp_path):
    rows = [f"{number} {name} 2028 Oppvekst, kultur\nog idrett" for number, name in enumerate(PLANS, start=1)]
    found = read(tmp_path, "Nr Plan Ansvarlig Vedtak Utvalg", *rows, "5 Plan for støy og ", "reint vatn 2029 Teknisk")
    assert names(found) == [*PLANS, "Plan for støy og reint vatn"]


def test_blanks_in_what_runs_along_the_pages_hold_no_columns(tmp_path):
    head, foot = "Plan Behov Ansvar 2028 2029", "Planstrategi 2028–2031  •  Vik kommune  •   {}"
    first = [head, "Havneplan ", "for byen Ny. Oppvekst X", "Klimaplan Vedtatt 2020. Plan X", foot.format(1)]
    found = read(tmp_path, *first, head, "Plan for støy ", "og lukt Ny. Plan X", "Næringsplan Ny. Oppvekst X", foot.format(2))
    assert names(found) == ["Havneplan for byen", "Klimaplan", "Plan for støy og lukt", "Næringsplan"]
