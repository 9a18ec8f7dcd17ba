"""Every figure in the registry can be read: on a slide and on A4, of any register, with nothing clipped or covered."""

from dataclasses import replace
from functools import cache

import pytest
from drawn import alike_neighbours, astride, extents, outside, overlapping, under_markers
from registers import FJORDVIK, OSTRE_TOTEN

import planstrategi as ps
from planstrategi.charts import SIZES, compose
from planstrategi.model.register import Forrige, Register
from planstrategi.presentation.figure_frames import FIGURE_WORDS, SHORT_WORDS
from planstrategi.presentation.figures import FIGURES, Figure, figure

# in points: a slide is 13.33 inches wide
SMALLEST = {"lysbilde": 12, "a4": 8}
RULES = (outside, overlapping, under_markers, astride, alike_neighbours)
LONG = "Detaljregulering for sentrumskvartalet ved Storgata og kulturhuset, del"


@cache
def register(kind: str) -> Register:
    """Return a real register, an invented one, or one of them made crowded or nearly empty."""
    invented = ps.load(FJORDVIK)
    real = replace(ps.load(OSTRE_TOTEN), finn_forrige=lambda register: Forrige(_before(register)))
    core = tuple(krav for krav in real.lovkrav.krav if krav.relevans == "kjerne")[:20]
    match kind:
        case "the real one":
            return real
        case "the invented one":
            return invented
        case "60 plans":
            # on a later day more expectations apply
            return replace(crowded(real, 60), per_dato="2026-12-01")
        # what is just not too much for a slide
        case "30 plans":
            return replace(crowded(invented, 30), lovkrav=replace(real.lovkrav, krav=core))
    without = dict.fromkeys(("lovkrav", "forventninger", "planretningslinjer", "regionale", "baerekraftsmaal"))
    return replace(invented, planer=invented.planer[:1], satsingsomraader=(), **without)


REGISTERS = ("the real one", "the invented one", "60 plans", "30 plans", "one plan")


def _before(register: Register) -> Register:
    """Return the register of the period before one: nearly the same plans, and some that have gone since."""
    length = len(register.periode.years)
    period = replace(register.periode, fra=register.periode.fra - length, til=register.periode.fra - 1)
    gone = [replace(one, id=f"{one.id}-{n}") for n, one in enumerate(register.planer)]
    return replace(register, periode=period, per_dato=f"{period.fra}-06-30", planer=(*register.planer, *gone[::3]))


def crowded(base: Register, number: int) -> Register:
    """Return a register with so many plans with long names, in twelve areas with long names."""
    areas = [replace(one, navn=f"Kommunalområde for plan, miljø og næring {n}") for n, one in _many(base.omraader, 12)]
    named = [replace(one, navn=f"{LONG} {n}", kortnavn=None) for n, one in _many(base.planer, number)]
    plans = [replace(one, ansvarlig=(areas[n % 12].id,)) for n, one in enumerate(named)]
    title = replace(base.dokument, tittel=" og ".join(3 * [base.dokument.tittel]))
    return replace(base, omraader=tuple(areas), planer=tuple(plans), dokument=title)


def _many(records: tuple, number: int) -> list[tuple]:
    """Return so many records, numbered: those there are, and then copies of them with ids of their own."""
    copies = [replace(records[n % len(records)], id=f"kopi-{n}") for n in range(len(records), number)]
    return list(enumerate([*records, *copies][:number]))


@cache
def real(name: str, size: str) -> Figure:
    return figure(name, register("the real one"), size)


every_figure = pytest.mark.parametrize("name", FIGURES)
on_every_page = pytest.mark.parametrize("size", SIZES)
of_every_register = pytest.mark.parametrize("kind", REGISTERS)


@of_every_register
@on_every_page
@every_figure
def test_a_figure_can_be_read(name, size, kind):
    one = real(name, size) if kind == "the real one" else figure(name, register(kind), size)
    broken = {rule.__name__: found for rule in RULES if (found := rule(one.drawn))}
    too_small = [(text.get_text(), text.get_fontsize()) for text, _ in extents(one.drawn)]
    assert broken == {}
    assert [pair for pair in too_small if pair[1] < SMALLEST[size]] == []
    assert sum(text.get_gid() == "headline" for text in one.drawn.texts) in (1, 2)
    assert one.alt.startswith(f"{FIGURE_WORDS[name].tittel}. {one.headline} ")
    assert len(one.alt) > len(FIGURE_WORDS[name].tittel) + len(one.headline) + 20


@every_figure
def test_a_figure_of_nothing_says_so_and_one_of_a_single_row_is_drawn(name):
    spec = FIGURES[name]
    whole = spec.frame(register("the real one"))
    for rows in (0, 1):
        frame = whole.iloc[:rows]
        drawing = compose(spec.draw, frame, headline="Funn", unit=FIGURE_WORDS[name].enhet, source="Kilde", size="a4")
        assert ("Ingen data å vise" in [text.get_text() for text in drawing.axes[0].texts]) == (rows == 0)
        assert outside(drawing) == []


@pytest.mark.parametrize("name", ["kapasitet", "planbehov", "belastning"])
def test_areas_of_one_name_are_told_apart_by_their_ids(name):
    base = register("the real one")
    areas = tuple(replace(area, navn="Samfunn") for area in base.omraader)
    drawn = figure(name, replace(base, omraader=areas)).drawn.axes[0]
    legend = drawn.get_legend()
    named = [*drawn.get_yticklabels(), *(legend.get_texts() if legend else ())]
    assert {f"Samfunn ({area.id})" for area in areas} <= {text.get_text().replace("\n", " ") for text in named}


def test_roles_of_one_name_in_one_area_are_drawn_apart():
    base = register("the real one")
    alike = tuple(replace(role, navn="Rådgiver", omraade=base.omraader[0].id) for role in base.roller)
    labels = [
        text.get_text() for text in figure("kapasitet-rolle", replace(base, roller=alike), "a4").drawn.axes[0].get_yticklabels()
    ]
    assert len(set(labels)) == len(labels) == len(alike) + 1


def test_a_figure_with_a_row_per_plan_or_requirement_stands_on_a4_and_all_lie_on_a_slide_of_its_full_width():
    shapes = {name: real(name, "a4").drawn.get_size_inches() for name in FIGURES}
    standing = [name for name, (wide, high) in shapes.items() if high > wide]
    assert standing == ["tidslinje", "koblinger", "lovdekning-aar", "lovhull"]
    assert {real(name, "lysbilde").drawn.get_figwidth() for name in FIGURES} == {40 / 3}


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.summary])
def test_what_is_too_much_for_a_slide_is_summed_up_there_and_says_where_the_whole_is(name):
    slide, page = (real(name, size) for size in ("lysbilde", "a4"))
    written = " ".join(text.get_text() for text, _ in extents(slide.drawn))
    assert "A4-utgaven" in written
    assert slide.headline == page.headline
    assert slide.alt.endswith(SHORT_WORDS[name].beskrivelse)
    assert page.alt.endswith(FIGURE_WORDS[name].beskrivelse)
    assert "A4-utgaven" not in " ".join(text.get_text() for text, _ in extents(page.drawn))


def test_a_timeline_that_fits_a_slide_has_every_plan_there():
    axes = figure("tidslinje", register("the invented one")).drawn.axes[0]
    plans = [text.get_text() for text in axes.texts if text.get_gid() == "plan"]
    assert sorted(plans) == sorted(plan.kortnavn or plan.navn for plan in register("the invented one").planer)
