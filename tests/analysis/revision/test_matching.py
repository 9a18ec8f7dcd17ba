"""Which plan is which: by id, as somebody has answered, or only perhaps, by name."""

import pytest
from registers_of_two_periods import compared, plan, rows, write

import planstrategi as ps
from planstrategi.analysis.revision.matching import LIKE_NAME, likeness
from planstrategi.revision.comparison import held_against


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klimaplan 2020–2023", "Klimaplan 2024–2027"),
        ("Plan for helse og omsorg", "Helse- og omsorgsplan"),
        ("Kommuneplanens arealdel", "Kommuneplanens arealdel (KPA)"),
        ("Kulturplan", "Kulturplanen"),
        ("Kommunedelplan for kultur", "Kulturstrategi"),
        ("Klimaplan 2020–2023", "Klima- og energiplan"),
        ("Trafikksikkerheitsplan", "Trafikksikkerhetsplan"),
        ("Plan for landbruk", "Landbruksplan"),
        ("Plan for behandling", "Behandlingsplan"),
        ("ROS", "Helhetlig ROS"),
        ("Helhetlig ROS-analyse", "ROS-analyse"),
        ("Strategisk næringsplan", "Næringsstrategi"),
        # one of several in a list
        ("Plan for vann", "Hovedplan for vann, avløp og overvann"),
    ],
)
def test_names_that_may_be_one_plans_are_alike_in_either_order(one, other):
    assert likeness(one, other) == likeness(other, one) >= LIKE_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kommuneplanens samfunnsdel", "Kommuneplanens arealdel"),
        ("Kommunedelplan for Lena", "Kommunedelplan for Skreia"),
        # what sort of place it is, is the same, and the place is not
        ("Kommunedelplan for Vestsida", "Kommunedelplan for Østsida"),
        ("Reguleringsplan Sagvoll 1", "Reguleringsplan Sagvoll 2"),
        ("Plan", "Plan for vann"),
        ("2024", "2025"),
        ("KPA", "KPS"),
        ("E-helseplan", "Helseplan"),
        ("Plan for vold og rus", "Plan for barn og unge"),
        ("Kommunedelplan for Lena", "Reguleringsplan for trafikkmønster i Lena sentrum"),
        ("Plan for vann og skog", "Hovedplan for vann, avløp og overvann"),
        ("Kulturminneplan", "Plan for kultur, idrett og frivillighet"),
    ],
)
def test_what_most_names_of_plans_have_in_common_makes_no_two_of_them_alike(one, other):
    assert likeness(one, other) < LIKE_NAME


OLD = [plan("kulturplan"), plan("skoleplan")]
NEW = [plan("kulturplanen"), plan("vannplan")]


def endringer(register):
    return rows(register, "endringer", "plan_id", "endring", "forrige_id")


def test_a_name_that_is_like_another_is_proposed_and_is_neither_added_nor_taken_out(tmp_path):
    assert endringer(compared(tmp_path, OLD, NEW)) == [
        ("kulturplanen", "kanskje nytt navn", "kulturplan"),
        ("vannplan", "lagt til", None),
        ("skoleplan", "tatt ut", "skoleplan"),
    ]


def test_a_yes_makes_one_plan_of_two_also_where_the_names_are_not_alike(tmp_path):
    yes = "{fra: kulturplan, til: kulturplanen, samme: ja}, {fra: skoleplan, til: vannplan, samme: ja}"
    assert endringer(compared(tmp_path, OLD, NEW, renamed=yes)) == [
        ("kulturplanen", "nytt navn", "kulturplan"),
        ("vannplan", "nytt navn", "skoleplan"),
    ]


def test_a_no_is_not_proposed_again(tmp_path):
    assert endringer(compared(tmp_path, OLD, NEW, renamed="{fra: kulturplan, til: kulturplanen, samme: nei}")) == [
        ("kulturplanen", "lagt til", None),
        ("vannplan", "lagt til", None),
        ("kulturplan", "tatt ut", "kulturplan"),
        ("skoleplan", "tatt ut", "skoleplan"),
    ]


def test_several_plans_that_became_one_are_each_a_pair_with_it(tmp_path):
    yes = "{fra: skoleplan, til: kulturplan, samme: ja}, {fra: idrett, til: kulturplan, samme: ja}"
    register = compared(tmp_path, [*OLD, plan("idrett")], OLD[:1], renamed=yes)
    assert endringer(register) == [("kulturplan", "nytt navn", "skoleplan"), ("kulturplan", "nytt navn", "idrett")]
    assert rows(register, "oppfyllelse", "plan_id", "naa_id") == [
        ("kulturplan", "kulturplan"), ("skoleplan", "kulturplan"), ("idrett", "kulturplan"),
    ]  # fmt: skip


def test_what_a_plan_was_in_the_period_before_says_nothing_of_an_earlier_edition_of_the_same(tmp_path):
    answers = "{fra: kulturplan, til: kulturplan, samme: nei}, {fra: skole, til: skoleplan, samme: ja}"
    folders = [write(tmp_path, OLD, 2024, folder=f"prove/{name}", renamed=answers) for name in ("horing", "vedtatt")]
    register = held_against(*map(ps.load, folders))
    assert endringer(register) == []
    assert "navnebytter.yaml" not in ps.finding("endringer", register).under


def test_a_no_parts_two_plans_that_have_one_id(tmp_path):
    register = compared(tmp_path, OLD[:1], OLD[:1], renamed="{fra: kulturplan, til: kulturplan, samme: nei}")
    assert [row[1] for row in endringer(register)] == ["lagt til", "tatt ut"]


def test_a_plan_that_lives_on_beside_what_was_parted_from_it_is_itself_and_is_compared(tmp_path):
    old, new = [plan("skole", "planbehov: ny")], [plan("skole", "planbehov: revisjon"), plan("kultur")]
    register = compared(tmp_path, old, new, renamed="{fra: skole, til: kultur, samme: ja}")
    assert endringer(register) == [
        ("skole", "endret", "skole"), ("kultur", "nytt navn", "skole"), ("kultur", "ikke lenger oppgitt", "skole"),
    ]  # fmt: skip


def test_one_name_under_two_ids_is_told_as_that(tmp_path):
    register = compared(tmp_path, [plan("natur")], [plan("natur-2", navn="Natur")])
    said = "Navnet er det samme, men ikke id-en; svar i navnebytter.yaml."
    assert rows(register, "endringer", "endring", "hvorfor") == [("kanskje nytt navn", said)]


PARTS = [plan("helse", navn="Helseplan"), plan("omsorg", navn="Omsorgsplan")]
WHOLE = plan("helse-omsorg", navn="Helse- og omsorgsplan")


def test_a_plan_that_may_have_been_divided_is_proposed_for_each_part_and_is_asked_of_until_each_is_answered(tmp_path):
    maybe = [("helse", "kanskje nytt navn", "helse-omsorg"), ("omsorg", "kanskje nytt navn", "helse-omsorg")]
    assert endringer(compared(tmp_path / "a", [WHOLE], PARTS)) == maybe
    yes = "{fra: helse-omsorg, til: helse, samme: ja}"
    assert endringer(compared(tmp_path / "b", [WHOLE], PARTS, renamed=yes)) == [(maybe[0][0], "nytt navn", maybe[0][2]), maybe[1]]
    no = f"{yes}, {{fra: helse-omsorg, til: omsorg, samme: nei}}"
    assert endringer(compared(tmp_path / "c", [WHOLE], PARTS, renamed=no))[1] == ("omsorg", "lagt til", None)


def test_plans_that_may_have_become_one_are_each_proposed_for_it(tmp_path):
    assert endringer(compared(tmp_path, PARTS, [WHOLE])) == [
        ("helse-omsorg", "kanskje nytt navn", "helse"), ("helse-omsorg", "kanskje nytt navn", "omsorg"),
    ]  # fmt: skip


@pytest.mark.parametrize("answered", [False, True])
def test_where_both_have_a_likelier_one_or_are_answered_no_more_is_proposed(tmp_path, answered):
    old = [plan("klima", navn="Klimaplan"), plan("klima-energi", navn="Plan for klima og energi")]
    new = [plan("ny-klima", navn="Klimastrategi"), plan("ny-klima-energi", navn="Strategi for klima og energi")]
    assert likeness("Klimaplan", "Strategi for klima og energi") >= LIKE_NAME
    yes = ", ".join(f"{{fra: {name}, til: ny-{name}, samme: ja}}" for name in ("klima", "klima-energi")) if answered else ""
    word = "nytt navn" if answered else "kanskje nytt navn"
    assert endringer(compared(tmp_path, old, new, renamed=yes)) == [
        ("ny-klima", word, "klima"), ("ny-klima-energi", word, "klima-energi"),
    ]  # fmt: skip
