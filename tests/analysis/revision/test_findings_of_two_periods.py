"""What is said of two periods in one sentence each: counts of the tables, and what nobody knows beside them."""

from registers_of_two_periods import NEW, OLD, compared, judged, plan

import planstrategi as ps
from planstrategi.revision.comparison import held_against


def said(register, name):
    finding = ps.finding(name, register)
    return str(finding), finding.under


def test_what_was_promised_has_three_parts_that_add_up(tmp_path):
    assert said(compared(tmp_path, OLD, NEW), "oppfyllelse") == (
        "Det som var lovet i perioden 2020–2023, er kjent gjort for 1 av 7 planer.",
        "For 2 er det kjent at det ikke er gjort, og for 4 er det ikke kjent. 1 plan var ikke lovet noe arbeid.",
    )


def test_what_has_changed_is_counted_and_what_is_not_compared_is_said(tmp_path):
    assert said(compared(tmp_path, OLD, NEW), "endringer") == (
        "Siden perioden 2020–2023 er 1 plan lagt til og 2 tatt ut.",
        "Av de andre planene: 1 har fått et annet planbehov, 1 har fått et annet ansvarlig område, 2 er skjøvet ut og "
        "1 har fått nytt navn. "
        "1 plan har kanskje nytt navn. Lovkravene og forventningene er ikke vurdert i begge, og ikke sammenlignet.",
    )


def test_where_none_is_added_or_taken_out_those_that_are_changed_are_counted(tmp_path):
    register = compared(tmp_path, [plan("a", "planbehov: ny")], [plan("a", "planbehov: avklares")])
    assert ps.finding("endringer", register) == "Siden perioden 2020–2023 er 1 plan endret, og ingen lagt til eller tatt ut."


def test_a_plan_that_nothing_is_decided_for_any_more_has_got_no_other_decision(tmp_path):
    old = [plan("a", "planbehov: ny"), plan("b", "planbehov: ny")]
    register = compared(tmp_path, old, [plan("a"), plan("b", "planbehov: avklares")])
    decided = "Av planene: 1 har fått et annet planbehov og 1 er uten oppgitt planbehov."
    found = ps.finding("endringer", register)
    assert found == "Siden perioden 2020–2023 er 1 plan endret, og ingen lagt til eller tatt ut."
    assert found.under.startswith(decided)


def test_what_nobody_had_stated_before_is_not_another_now(tmp_path):
    nobody = plan("a").replace(", ansvarlig: nord", "")
    old = [nobody, plan("b", "planbehov: ny")]
    register = compared(tmp_path, old, [plan("a", "planbehov: ny"), plan("b", "planbehov: avklares", area="sor")])
    said = "Av planene: 1 har fått et annet planbehov og 1 har fått et annet ansvarlig område."
    assert ps.finding("endringer", register).under.startswith(said)


def test_a_plan_that_several_became_is_counted_once(tmp_path):
    old = [plan("a", "planbehov: revisjon"), plan("b", "planbehov: revisjon")]
    became = "{fra: a, til: c, samme: ja}, {fra: b, til: c, samme: ja}"
    found = ps.finding("endringer", compared(tmp_path, old, [plan("c", "planbehov: viderefores", area="sor")], renamed=became))
    counted = "1 har fått et annet planbehov, 1 har fått et annet ansvarlig område og 1 har fått nytt navn."
    assert found.under.startswith(f"Av planene: {counted}")


def test_what_the_older_register_is_called_goes_before_its_period(tmp_path):
    old, new = compared(tmp_path, OLD, NEW).previous().register, compared(tmp_path, OLD, NEW)
    assert ps.finding("endringer", held_against(old, new, "revisjonen HEAD")).startswith("Siden revisjonen HEAD er 1 plan")


def test_where_nothing_was_promised_that_is_said(tmp_path):
    register = compared(tmp_path, [plan("a", "planbehov: viderefores")], [plan("a")])
    assert ps.finding("oppfyllelse", register) == "Ingen planer var lovet arbeid eller avslutning i perioden 2020–2023."


def test_of_two_editions_of_one_planstrategi_nothing_is_said_of_promises(tmp_path):
    old, new = compared(tmp_path, [], [plan("a", "planbehov: ny")]), compared(tmp_path, [], [plan("a", "planbehov: avklares")])
    found = held_against(old, new, "revisjonen HEAD")
    assert ps.finding("oppfyllelse", found) == "Hva som ble lovet, vises bare mot en periode som er over."
    assert len(ps.table("oppfyllelse", found)) == 0
    assert "fordi det ikke er noen plan fra en periode som er over" in ps.figure("oppfyllelse", found).nothing


def test_a_duty_that_nobody_knew_of_before_is_not_counted_as_newly_open(tmp_path):
    register = judged(tmp_path / "a", "svar: ikke_vurdert", "svar: ikke")
    assert ps.finding("endringer", register).under == "Forventningene er ikke vurdert i begge, og ikke sammenlignet."
    open_ = judged(tmp_path / "c", "plan: a, svar: helt", "svar: ikke")
    assert "Skal-krav: 1 nå uten full dekning." in ps.finding("endringer", open_).under
    other = judged(tmp_path / "b", "svar: ikke", "plan: a, svar: helt")
    assert "Skal-krav: 1 nå møtt." in ps.finding("endringer", other).under
    assert ps.finding("endringer", other) == "Siden perioden 2020–2023 er ingen planer endret, lagt til eller tatt ut."


def test_what_is_asked_for_the_first_time_is_newly_open_but_not_newly_met(tmp_path):
    met = judged(tmp_path / "a", "svar: ikke_aktuelt", "plan: a, svar: helt")
    assert ps.finding("endringer", met).under == "Forventningene er ikke vurdert i begge, og ikke sammenlignet."
    open_ = judged(tmp_path / "b", "svar: ikke_aktuelt", "svar: ikke")
    assert "Skal-krav: 1 nå uten full dekning." in ps.finding("endringer", open_).under


def test_an_answer_of_a_plan_that_never_was_is_said(tmp_path):
    register = compared(tmp_path, [plan("a")], [plan("b")], renamed="{fra: c, til: b, samme: ja}")
    assert ps.finding("endringer", register).under.endswith("1 svar i navnebytter.yaml gjelder ingen plan fra før.")


def test_without_a_period_before_the_sentence_says_so(ostre_toten):
    for name in ("endringer", "oppfyllelse"):
        assert said(ostre_toten, name) == (
            "Det er ingen planstrategi fra før å sammenligne med.",
            "Det er fordi ingen mappe ved siden av har kommunens periode før denne.",
        )
