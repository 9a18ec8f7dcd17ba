"""What became of each plan: only facts say that a promise is kept or not, and the rest is not known."""

import pytest
from registers_of_two_periods import NEW, OLD, compared, plan, rows, write

import planstrategi as ps


def test_two_periods_come_out_as_they_do_by_hand(tmp_path):
    assert rows(compared(tmp_path, OLD, NEW), "oppfyllelse", "plan_id", "lovet", "hva_skjedde", "oppfylt", "naa_id") == [
        ("klima", "Revisjon; merket 2021–2022", "ferdig", "ja", "klima"),
        ("skole", "Ny plan; merket 2020–2021", "ikke ferdig", "nei", "skole"),
        ("vei", "Videreføres", "fortsatt med", "ingenting lovet", "vei"),
        ("bru", "Revisjon; merket 2023", "tatt ut", "ikke kjent", None),
        ("torg", "Utgår", "tatt ut", "ikke kjent", None),
        ("helse", "Revisjon", "kanskje nytt navn", "ikke kjent", "omsorgsplan"),
        ("naering", "Revisjon; ferdig 2022", "ikke ferdig", "nei", "naering"),
        ("kultur", "Revisjon; merket 2022", "ikke kjent", "ikke kjent", "kultur"),
    ]


@pytest.mark.parametrize(("adopted", "kept"), [("", "ikke kjent"), (", vedtatt: 2024-05-02", "ja")])
def test_what_should_lapse_has_done_so_when_the_planstrategi_it_is_not_in_is_adopted(tmp_path, adopted, kept):
    write(tmp_path, [plan("torg", "planbehov: utgaar")], 2020)
    file = write(tmp_path, [plan("vei")], 2024) / "register.yaml"
    file.write_text(file.read_text("utf-8").replace("Planstrategi 2024", f"Planstrategi 2024{adopted}"), "utf-8")
    assert rows(ps.load(file.parent), "oppfyllelse", "plan_id", "oppfylt") == [("torg", kept)]


# what the plan was, what it is, and what is known of the promise
CASES = {
    "a newer edition": ("planbehov: revisjon, vedtatt: 2015", "vedtatt: 2021", "ferdig", "ja"),
    "an edition where none was stated": ("planbehov: ny", "planbehov: viderefores, vedtatt: 2021-05-03", "ferdig", "ja"),
    "revised, not adopted": ("planbehov: revisjon, vedtatt: 2015", "vedtatt: 2015, revidert: 2022", "ferdig", "ja"),
    "the same edition": ("planbehov: revisjon, vedtatt: 2015", "vedtatt: 2015", "ikke ferdig", "nei"),
    "an edition from before the period": ("planbehov: full_revisjon", "vedtatt: 2019-12", "ikke ferdig", "nei"),
    "the same year, told with more": ("planbehov: revisjon, vedtatt: 2020", "vedtatt: 2020-05", "ikke kjent", "ikke kjent"),
    "the same day, told as its year": ("planbehov: revisjon, vedtatt: 2020-05", "vedtatt: 2020", "ikke kjent", "ikke kjent"),
    "the same edition, which may be what was decided": (
        "planbehov: revisjon, vedtatt: 2020-03", "vedtatt: 2020-03", "ikke kjent", "ikke kjent",
    ),
    "no edition told": ("planbehov: revisjon, vedtatt: 2015", "planbehov: revisjon", "ikke kjent", "ikke kjent"),
    "still to be made": ("planbehov: ny", "planbehov: ny", "ikke ferdig", "nei"),
    "made, as far as is told, and to be revised": ("planbehov: ny", "planbehov: revisjon", "ikke kjent", "ikke kjent"),
    "due after the day": ("planbehov: ny, ferdig: 2025", "planbehov: ny", "ikke kjent", "ikke kjent"),
    "still to be repealed": ("planbehov: oppheves", "planbehov: oppheves", "ikke ferdig", "nei"),
    "repealed, and there with another edition": ("planbehov: oppheves", "vedtatt: 2022", "ikke kjent", "ikke kjent"),
    "an action part, which an old edition says nothing of": (
        "planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2021], vedtatt: 2015", "vedtatt: 2015",
        "fortsatt med", "ikke kjent",
    ),
    "repealed, and still told of": (
        "planbehov: oppheves", "planbehov: oppheves, gyldig_til: 2022", "ferdig", "ja",
    ),
    # one edition does not say that it was made in each year
    "revised, and made each year": (
        "planbehov: revisjon, aarlig: [planen], vedtatt: 2019", "aarlig: [planen], vedtatt: 2021", "fortsatt med", "ikke kjent",
    ),
    "made each year": ("aarlig: [planen], vedtatt: 2019", "aarlig: [planen], vedtatt: 2021", "fortsatt med", "ikke kjent"),
    "work marked, and nothing decided": ("aar: [2021]", "", "ikke kjent", "ikke kjent"),
    "nothing promised": ("planbehov: neste_periode", "planbehov: ny", "fortsatt med", "ingenting lovet"),
    "nothing promised, and made": ("planbehov: viderefores, vedtatt: 2015", "vedtatt: 2021", "ferdig", "ingenting lovet"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_facts_say_yes_or_no_and_nothing_else_does(tmp_path, case):
    was, now, happened, kept = CASES[case]
    register = compared(tmp_path, [plan("a", was)], [plan("a", now)])
    assert rows(register, "oppfyllelse", "hva_skjedde", "oppfylt") == [(happened, kept)]


def test_what_an_answer_rests_on_is_said_with_its_day(tmp_path):
    old = [plan("a", "planbehov: ny, ferdig: 2021"), plan("b", "planbehov: revisjon, vedtatt: 2015"), plan("c", "planbehov: ny")]
    new = [plan("a", "vedtatt: 2022-05"), plan("b", "vedtatt: 2015"), plan("c", "planbehov: ny")]
    assert rows(compared(tmp_path, old, new), "oppfyllelse", "hviler_paa") == [
        ("Siste utgave er vedtatt mai 2022, etter fristen 2021.",),
        ("Siste utgave er fortsatt vedtatt 2015.",),
        ("Står fortsatt som «Ny plan».",),
    ]


@pytest.mark.parametrize(
    ("second", "happened", "kept"),
    [
        ("planbehov: viderefores, vedtatt: 2022", "ferdig", "ja"),
        ("planbehov: ny", "ikke ferdig", "nei"),
        ("planbehov: viderefores", "ikke kjent", "ikke kjent"),
    ],
)
def test_a_plan_that_was_divided_is_done_when_each_part_is_and_each_is_told_by_name(tmp_path, second, happened, kept):
    yes = "{fra: a, til: b, samme: ja}, {fra: a, til: c, samme: ja}"
    new = [plan("b", "planbehov: viderefores, vedtatt: 2021"), plan("c", second)]
    register = compared(tmp_path, [plan("a", "planbehov: ny")], new, renamed=yes)
    ((*found, rests_on),) = rows(register, "oppfyllelse", "naa_id", "hva_skjedde", "oppfylt", "kilde", "hviler_paa")
    assert found == ["b; c", happened, kept, "register.yaml:7, 8"]
    assert rests_on.startswith("«B»: Siste utgave er vedtatt 2021. «C»: ")


@pytest.mark.parametrize(
    ("adopted", "more", "new", "happened", "kept"),
    [
        ("2020-05-01", "vedtatt: 2020-06", [plan("a", "vedtatt: 2020-06")], "ferdig", "ja"),
        ("2020-05-01", "vedtatt: 2020-06", [], "ferdig", "ja"),
        ("2020-05-01", "vedtatt: 2020-06, aarlig: [planen]", [], "tatt ut", "ikke kjent"),
        # more was to come, as far as anybody has said
        ("2020-05-01", "vedtatt: 2020-06, status: under_arbeid", [plan("a", "vedtatt: 2020-06")], "ikke kjent", "ikke kjent"),
        # an edition from before it was decided to make another
        ("2020-05-01", "vedtatt: 2020-03", [plan("a", "vedtatt: 2020-03")], "ikke ferdig", "nei"),
        ("2020-05-01", "vedtatt: 2020-03", [], "tatt ut", "ikke kjent"),
    ],
)
def test_what_the_register_before_knows_was_made_after_it_was_decided_is_done(tmp_path, adopted, more, new, happened, kept):
    file = write(tmp_path, [plan("a", f"planbehov: revisjon, {more}")], 2020) / "register.yaml"
    file.write_text(file.read_text("utf-8").replace("Planstrategi 2020", f"Planstrategi 2020, vedtatt: {adopted}"), "utf-8")
    register = ps.load(write(tmp_path, new, 2024))
    assert rows(register, "oppfyllelse", "hva_skjedde", "oppfylt") == [(happened, kept)]


# plans of 2020–2023 as known when it is out, and what both tables say of them
GONE = {
    "repealed": ("planbehov: oppheves, gyldig_til: 2021", "Opphevet: gjaldt til 2021."),
    "replaced": ("planbehov: erstattes, erstattes_av: [ny]", "Erstattet av «Ny», vedtatt juni 2021."),
    "made, by a planstrategi of no known day": ("planbehov: ny, vedtatt: 2021-05, aar: [2021]", "Ferdig: vedtatt mai 2021."),
    "not surely made": ("planbehov: revisjon, vedtatt: 2021-05, venter_paa: [{hva: staten}]", ""),
    "not surely repealed": ("planbehov: oppheves", ""),
}


@pytest.mark.parametrize("case", GONE)
def test_what_was_left_out_as_done_is_told_as_done_when_the_next_period_looks_back(tmp_path, case):
    was, said = GONE[case]
    replacing = plan("ny", "planbehov: ny, vedtatt: 2021-06, aar: [2021]")
    before = write(tmp_path, [plan("a", was), replacing], 2020, day="2023-12-31")
    ((goes_on, why),) = rows(ps.load(before), "viderefoering", "gaar_videre", "hvorfor")[:1]
    new = [plan("a")] if goes_on else []
    ((kept, rests_on),) = rows(ps.load(write(tmp_path, new, 2024)), "oppfyllelse", "oppfylt", "hviler_paa")[:1]
    assert (not goes_on, kept == "ja") == (bool(said), bool(said))
    assert not said or why == rests_on == said


def test_what_the_new_planstrategi_says_is_still_to_be_repealed_is_not_known_to_be_gone(tmp_path):
    write(tmp_path, [plan("a", "planbehov: oppheves, gyldig_til: 2021")], 2020, day="2023-12-31")
    register = ps.load(write(tmp_path, [plan("a", "planbehov: oppheves")], 2024))
    assert rows(register, "oppfyllelse", "hva_skjedde", "oppfylt") == [("ikke ferdig", "nei")]


def test_what_is_done_in_the_register_before_is_told_of_the_plan_there_and_not_of_what_it_became(tmp_path):
    yes = "{fra: a, til: c, samme: ja}, {fra: a, til: d, samme: ja}, {fra: b, til: c, samme: ja}"
    write(tmp_path, [plan("a", "planbehov: ny, vedtatt: 2021, aar: [2021]"), plan("b", "planbehov: ny")], 2020, day="2023-12-31")
    register = ps.load(write(tmp_path, [plan("c", "planbehov: ny"), plan("d", "planbehov: ny")], 2024, renamed=yes))
    # once, though it became two
    assert rows(register, "oppfyllelse", "hviler_paa") == [("Ferdig: vedtatt 2021.",), ("«C»: Står fortsatt som «Ny plan».",)]


def test_both_sides_tell_where_they_stand(tmp_path):
    register = compared(tmp_path, [plan("a"), plan("b")], [plan("b")])
    assert rows(register, "oppfyllelse", "kilde_forrige", "kilde") == [
        ("register.yaml:7", None),
        ("register.yaml:8", "register.yaml:7"),
    ]


def test_the_parts_of_the_chart_add_up_to_the_plans(tmp_path):
    from planstrategi.analysis.revision.fulfilment import fates_by_decision

    frame = fates_by_decision(compared(tmp_path, OLD, NEW))
    assert frame["antall"].sum() == len(OLD)
    assert next(iter(frame.itertuples(index=False, name=None))) == ("Lovet arbeid eller avslutning", "Ny plan", "ikke ferdig", 1)
    assert list(frame["gruppe"].unique()) == ["Lovet arbeid eller avslutning", "Ikke lovet arbeid"]


def test_a_municipality_without_a_period_before_has_no_rows_and_is_told_why(ostre_toten):
    assert len(ps.table("oppfyllelse", ostre_toten)) == 0
    assert "ingen mappe ved siden av har kommunens periode før denne" in str(ps.show(ps.table("oppfyllelse", ostre_toten)))
