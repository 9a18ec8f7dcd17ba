"""An own count in four lines looks like ours: title, unit, source, alternative text; and what cannot be shown is said."""

from io import BytesIO

import pandas as pd
import pytest
from drawn import extents
from PIL import Image
from profiles import GREEN, with_profile

import planstrategi as ps
from planstrategi.outputs import MakeRefused
from planstrategi.outputs.own_chart import OWN_KINDS
from planstrategi.presentation.unknown_name import UnknownName

WORDS = {"title": "Flest er nye.", "unit": "Antall planer", "source": "Egen telling, juni 2026"}
COUNT = pd.Series([2, None], index=["Skole", "Vei"], name="antall")
every_kind = pytest.mark.parametrize("kind", OWN_KINDS)


def texts(figure) -> list[str]:
    return [text.get_text() for text, _ in extents(figure.drawn)]


@every_kind
def test_title_unit_and_source_stand_round_the_chart_and_the_numbers_in_the_alternative_text(kind):
    figure = ps.chart(COUNT, kind, **WORDS)
    assert set(WORDS.values()) <= set(texts(figure))
    assert figure.alt == f"Flest er nye. {OWN_KINDS[kind].words}. Antall planer: Skole 2; Vei ukjent."
    assert "image/svg+xml" in figure._repr_mimebundle_()
    assert figure.alt in figure.as_bytes(".svg").decode()


def test_of_several_series_each_number_says_which_it_is_of():
    frame = pd.DataFrame({2024: [1.5, 2], 2025: [None, 1204.25]}, index=["Skole", "Vei"])
    assert ps.chart(frame, "linjer", **WORDS).alt.endswith(": Skole 2024 1,5, 2025 ukjent; Vei 2024 2, 2025 1204,25.")


def test_names_are_the_index_or_the_first_column_in_the_words_people_read(ostre_toten):
    plans = ps.table("planer", ostre_toten)
    assert "Ny plan 14; " in ps.chart(plans["planbehov"].value_counts(), "liggende søyler", **WORDS).alt
    assert "Ikke oppgitt 2" in ps.chart(plans["planbehov"].value_counts(dropna=False), "liggende søyler", **WORDS).alt
    listed = plans["ansvarlig"].value_counts().reset_index()
    assert "Antall planer: Samfunn og strategi " in ps.chart(listed, "stående søyler", **WORDS).alt


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_figure_is_saved_whole_and_over_nothing_that_is_there(ending, tmp_path):
    figure, target = ps.chart(COUNT, "stående søyler", **WORDS), tmp_path / f"figur.{ending}"
    assert figure.save(target) == target
    assert target.read_bytes() == figure.as_bytes(f".{ending}")
    with pytest.raises(MakeRefused, match=r"finnes fra før\. .*skriv overskriv=True"):
        figure.save(target)
    figure.save(str(target), overskriv=True)


def test_a_figure_that_cannot_be_saved_says_why_and_leaves_nothing(tmp_path):
    figure = ps.chart(COUNT, "stående søyler", **WORDS)
    with pytest.raises(UnknownName, match=r"lagres som \.png, \.svg eller \.pdf, ikke «\.gif»"):
        figure.save(tmp_path / "figur.gif")
    with pytest.raises(MakeRefused, match="Lag den først"):
        figure.save(tmp_path / "ingen" / "figur.png")
    assert list(tmp_path.iterdir()) == []


def test_with_a_register_it_is_in_the_colours_of_the_municipality(ostre_toten):
    figure = ps.chart(COUNT, "stående søyler", **WORDS, register=with_profile(ostre_toten))
    assert f"fill: {GREEN}" in figure.as_bytes(".svg").decode()
    assert GREEN not in ps.chart(COUNT, "stående søyler", **WORDS, register=ostre_toten).as_bytes(".svg").decode()


def test_on_a4_lying_bars_stand_on_the_paper():
    picture = Image.open(BytesIO(ps.chart(COUNT, "liggende søyler", **WORDS, storrelse="a4").as_bytes(".png")))
    assert picture.height > picture.width


def rows(number: int, series: int = 1, name: str = "p{}") -> pd.DataFrame:
    return pd.DataFrame(1, [name.format(n) for n in range(number)], [f"serie {n}" for n in range(series)])


@pytest.mark.parametrize(
    ("frame", "kind", "words", "said"),
    [(COUNT, "kake", {}, "Det finnes ingen figurtype «kake». Velg mellom: stående søyler, "),
     (COUNT, "stående søler", {}, "Mente du «stående søyler»?"),
     (COUNT, "linjer", {"storrelse": "a3"}, "Det finnes ingen størrelse «a3»."),
     (COUNT, "linjer", {"title": " "}, 'Figuren mangler title. Skriv for eksempel title="det figuren viser".'),
     (COUNT, "linjer", {"unit": ""}, 'Figuren mangler unit. Skriv for eksempel unit="Antall planer".'),
     (COUNT, "linjer", {"source": ""}, "Figuren mangler source."),
     ("linjer", COUNT, {}, 'Skriv tabellen først: ps.chart(tabell, "linjer", …). Det som ble gitt, er str.'),
     (COUNT[:0], "linjer", {}, "Tabellen har ingen rader, eller ingen kolonne med tall."),
     (pd.DataFrame({"a": ["x"], "b": ["y"]}), "linjer", {}, "eller ingen kolonne med tall. Tell først"),
     (COUNT * float("nan"), "linjer", {}, "Ingen av tallene er kjent"),
     (COUNT * float("inf"), "linjer", {}, "Ingen av tallene er kjent"),
     (-COUNT, "stablede søyler", {}, "Stablede søyler kan ikke vise tall under 0. Bruk linjer."),
     (rows(23), "liggende søyler", {},
      '23 rader er for mange for liggende søyler: høyst 22 på et lysbilde og 44 med storrelse="a4"'),
     (rows(45), "liggende søyler", {"storrelse": "a4"}, "45 rader er for mange"),
     (rows(3, 2), "liggende søyler", {}, "2 kolonner med tall er for mange for liggende søyler: høyst 1."),
     (rows(10, 3), "stående søyler", {}, "10 rader og 3 serier er for mye for stående søyler."),
     (rows(12, 1, "Kommuneplanens{}"), "stående søyler", {}, "har ikke plass under stående søyler med 12 rader."),
     (pd.DataFrame([[1, 2]], ["a"], ["x", "x"]), "linjer", {}, "To kolonner heter det samme: x, x.")],
)  # fmt: skip
def test_what_cannot_be_shown_is_said_with_what_can(frame, kind, words, said):
    with pytest.raises((MakeRefused, UnknownName)) as refused:
        ps.chart(frame, kind, **WORDS | words)
    assert said in str(refused.value)


@every_kind
def test_what_is_just_not_too_much_is_drawn(kind):
    most = OWN_KINDS[kind]
    for size, number in zip(("lysbilde", "a4"), most.rows, strict=True):
        assert ps.chart(rows(number), kind, **WORDS, storrelse=size).as_bytes(".svg").startswith(b"<?xml")


def test_colours_are_those_of_a_register_that_was_read():
    with pytest.raises(TypeError, match="Et register leses først"):
        ps.chart(COUNT, "linjer", **WORDS, register="data/kommuner")
