"""The parts of every count of coverage add up, in whatever register: answered, not answered, and not known."""

import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT, WITH_PLANS
from registers_with_expectations import chapters, document, points, sett, write_and_load

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.tables import TABLES

STATUSES = ["antall_svart", "antall_ingen_plan", "antall_ikke_vurdert"]
# by table: the whole, and the parts it is made of
PARTS = {
    "forventningsdekning": ("antall", STATUSES),
    "folsomhet": ("antall", STATUSES),
    "da-og-naa": ("antall", STATUSES),
    "maaldekning": ("antall", STATUSES),
    "forventninger-aar": ("antall", STATUSES),
    "taushet-nivaa": ("antall", ["antall_forbundet", "antall_taus", "antall_ikke_vurdert"]),
    "forsinkelse": ("antall", ["antall_forsinket", "antall_ikke_forsinket", "antall_ikke_kjent"]),
}
GRADES = ["antall_sterk", "antall_delvis", "antall_svak", "antall_ingen", "antall_ikke_vurdert"]
ON_BOTH = ["antall_planer", "antall_ingen", "antall_ikke_vurdert"]
VALID = list(WITH_PLANS.values())


def partly_judged(folder: Path) -> Register:
    """Judged whole against one of two documents, pair by pair against the other and the own list; some may not apply."""
    heads = chapters({"k-1": f"maal: [1], forventninger: {points('nf-1 nf-2')}", "k-2": "maal: [2]"})
    maybe = document({"sp-1": "vilkaar: noen", "sp-2": ""}, name="sp", slag="planretningslinje")
    national = f"{document({}, more=heads)[:-1]}, {maybe[1:]}"
    goals = "per_dato: 2024-06-01\nkilde: Oppdiktet.\nsikkerhet: trolig\nmaal: " + str(
        [{"nr": number, "navn": f"Mål {number}", "farge": f"#0000{number:02}"} for number in range(1, 18)]
    )
    judged = [
        sett("s", "a nf-1 svak", "b nf-2 delvis", more="dokumenter: [nf], ikke_vurdert: [{plan: c, grunn: bare et navn}]"),
        sett("u", "a lok-1 sterk", "a sp-2 ingen", "b lok-1 ingen", forelopig="ja"),
    ]
    plans = {"a": "planbehov: ny, ferdig: 2025-06-30", "b": "vedtatt: 2020-01-01", "c": ""}
    return write_and_load(folder, plans, "lok-1 lok-2", judged, national=national, goals=goals)


def unjudged(folder: Path) -> Register:
    """The invented register with catalogues, without anybody's judgements."""
    shutil.copytree(ROOT / "tests" / "data" / "nasjonalt", folder / "nasjonalt")
    shutil.copytree(FJORDVIK, folder / "kommuner" / "prove", ignore=shutil.ignore_patterns("vurderinger"))
    return ps.load(folder / "kommuner" / "prove")


# the sentences that rest on judgements of expectations
SPOKEN = [name for name in FINDINGS if (TABLES.get(name) or FIGURES[name]).slag == "vurderinger"]


@pytest.fixture(
    params=[*VALID, OSTRE_TOTEN, partly_judged, unjudged], ids=lambda one: getattr(one, "__name__", None) or one.parent.name
)
def any_register(request, tmp_path) -> Register:
    return request.param(tmp_path) if callable(request.param) else ps.load(request.param)


@pytest.mark.parametrize("name", PARTS)
def test_what_is_answered_what_is_not_and_what_is_not_known_add_up(any_register, name):
    whole, parts = PARTS[name]
    frame = ps.table(name, any_register)
    assert list(frame[parts].sum(axis=1)) == list(frame[whole])


def test_all_levels_together_are_the_sum_of_the_levels(any_register):
    for name, key in (("folsomhet", "utvalg"), ("da-og-naa", "dato"), ("forventninger-aar", "aar")):
        for _, frame in ps.table(name, any_register).groupby(key):
            whole = frame["nivaa"] == "alle"
            counts = [column for column in frame.columns if column.startswith("antall")]
            assert list(frame.loc[whole, counts].sum()) == list(frame.loc[~whole, counts].sum())


def test_the_plans_that_answer_that_do_not_and_that_are_not_judged_are_all_plans(any_register):
    plans = len(any_register.planer)
    # what is addressed to the planstrategi is asked of it alone
    own = ps.table("forventninger", any_register).query("adressat == 'planstrategien'")
    assert set(own[GRADES].sum(axis=1)) <= {1}
    for name, parts in (("forventninger", GRADES), ("krysskobling", ON_BOTH), ("kapittel-omraade", ON_BOTH)):
        frame = ps.table(name, any_register)
        assert set(frame.drop(own.index if name == "forventninger" else [])[parts].sum(axis=1)) <= {plans}
    areas = ps.table("forventninger", any_register)
    assert list(areas[GRADES[:-1]].sum(axis=1)) == list(areas["antall_vurdert"])


def test_for_every_plan_what_is_counted_and_asked_of_plans_is_answered_not_answered_or_not_judged(any_register):
    expected = ps.table("forventninger", any_register).query("telles and adressat != 'planstrategien'")
    applies = ~expected["status"].isin(["gjelder ikke", "gyldighet ukjent", "vilkår ikke avklart"])
    assert set(ps.table("vurderte-planer", any_register)[GRADES].sum(axis=1)) == {int(applies.sum())}


def test_what_is_answered_is_so_by_the_end_of_a_year_or_later_or_no_more_or_nobody_knows_when(any_register):
    frame = ps.table("forventninger-aar", any_register)
    assert list(frame[["antall_naadd", "antall_kommer", "antall_utloept", "antall_uten_tid"]].sum(axis=1)) == list(
        frame["antall_svart"]
    )


def test_a_share_is_of_what_is_judged_and_there_is_none_where_nothing_is(any_register):
    for name in PARTS:
        frame = ps.table(name, any_register)
        if "svart_prosent" in frame:
            judged = frame["antall"] - frame["antall_ikke_vurdert"]
            assert list(pd.isna(frame["svart_prosent"])) == list(judged == 0)


@pytest.mark.parametrize("name", SPOKEN)
def test_no_sentence_is_long_or_full_of_numbers(any_register, name):
    said = ps.finding(name, any_register)
    assert len(said) <= 110 and said.endswith(".")
    numbers = [word for word in said.replace(".", " ").split() if word.isdigit() and not 2000 < int(word) < 2100]
    assert len(numbers) <= 2
    assert "None" not in said + said.under


@pytest.mark.parametrize("name", SPOKEN)
def test_what_nobody_has_judged_is_not_counted_in_any_sentence(tmp_path, name):
    said = ps.finding(name, unjudged(tmp_path))
    assert said.startswith("Ingen har vurdert") and not any(letter.isdigit() for letter in said)


def test_what_has_one_name_is_counted_apart_be_it_documents_chapters_or_own_areas(tmp_path):
    inside = f"{document({}, more=chapters('k-1'))[:-1]}, {document({}, name='nb', more=chapters('k-2'))[1:-1]}"
    apart = f"{inside}, {document('s-1', name='sa')[1:-1]}, {document('s-2', name='sb')[1:]}"
    alike = apart.replace("Kapittel k-2", "Kapittel k-1").replace("navn: SB", "navn: SA")
    judged = [sett("s", "a k-1 svak", "b k-2 svak", "a s-1 svak", "b s-2 svak", "a l-1 svak", "b l-2 svak")]
    first, second = (
        write_and_load(tmp_path / str(n), "a b", "l-1 l-2", judged, national=one) for n, one in enumerate((apart, alike))
    )
    second.satsingsomraader = tuple(replace(one, navn="Område") for one in second.satsingsomraader)
    for name in ("forventningsdekning", "krysskobling", "kapittel-omraade"):
        assert len(ps.table(name, second)) == len(ps.table(name, first)), name
