"""What the charts of alignment show of what nobody has judged."""

from registers_with_expectations import chapters, document, points, sett

from planstrategi.analysis.alignment.chart_frames import chapter_grid, matrix, plans_by_level


def test_a_pair_that_is_not_judged_is_told_from_one_without_a_link(make):
    # a is judged against all of nf and answers nf-1; b is judged against nf-1 alone, and c against nothing
    national = f"{document('nf-1')[:-1]}, {document('sp-1', name='sp')[1:]}"
    register = make("a b c", "lok-1", [sett("s", "a nf-1 sterk", "b nf-1 ingen", "b lok-1 delvis")], national=national)
    frame = matrix(register)
    assert frame.values.tolist() == [
        ["Plan a", "NF", "sterk"],
        ["Plan b", "Område lok-1", "delvis"],
        ["Plan a", "Område lok-1", "ikke vurdert"],
    ]
    assert frame.attrs["ikke_vurdert"] == ["Plan c", "SP"]


def test_a_plan_has_no_link_on_a_level_only_where_it_is_judged_against_all_of_it(make):
    register = make("a b", "lok-1", [sett("s", "a nf-1 ingen", "a lok-1 svak")], national=document("nf-1"))
    counts = {(row.rad, row.status): row.antall for row in plans_by_level(register).itertuples()}
    assert counts == {
        ("Alle forventninger", "svakt"): 1, ("Alle forventninger", "ikke vurdert"): 1,
        ("Nasjonale forventninger", "ingen kobling"): 1, ("Nasjonale forventninger", "ikke vurdert"): 1,
        ("Lokale forventninger", "svakt"): 1, ("Lokale forventninger", "ikke vurdert"): 1,
    }  # fmt: skip


def test_one_plan_that_is_judged_against_an_area_and_a_chapter_is_enough_to_have_looked(make):
    heads = chapters({"k-1": f"forventninger: {points('nf-1')}", "k-2": f"forventninger: {points('nf-2')}"})
    judged = [sett("s", "a nf-1 svak", "a lok-1 svak")]
    frame = chapter_grid(make("a", "lok-1", judged, national=document({}, more=heads)))
    assert frame[["antall_planer", "vurdert"]].values.tolist() == [[1, True], [0, False]]


def test_a_level_that_nothing_is_expected_on_is_not_drawn(make):
    register = make("a", "lok-1", [sett("s", "a lok-1 svak")])
    assert set(plans_by_level(register)["rad"]) == {"Alle forventninger", "Lokale forventninger"}
