"""A municipality's template: its own layouts are used, and what cannot be used, or is not safe, is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Inches

from planstrategi.outputs import MakeRefused
from planstrategi.outputs.slides.deck import as_slides

LINKED = b'<Relationship Id="r9" Type="x/image" Target="http://eksempel.invalid" TargetMode="External"/>'


@pytest.fixture
def template(tmp_path):
    """Return a function that saves a template with a slide in it: python-pptx' own, 4:3, or changed by what is given."""

    def make(change=None):
        deck = Presentation()
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Eksempel"
        if change:
            change(deck)
        path = tmp_path / "mal.pptx"
        deck.save(path)
        return path

    return make


def repacked(path, name, old, new):
    with ZipFile(BytesIO(path.read_bytes())) as parts:
        held = {part: parts.read(part) for part in parts.namelist()}
    held[name] = held.get(name, b"").replace(old, new) if old else new
    with ZipFile(path, "w") as parts:
        for part, data in held.items():
            parts.writestr(part, data)
    return path


def test_the_layouts_of_a_template_are_used_and_its_own_slides_are_not(template, ostre_toten):
    made = Presentation(BytesIO(as_slides(ostre_toten, template(), "kapasitet,frister")))
    assert (made.slide_width, len(made.slides)) == (Inches(10), 4)
    assert [slide.slide_layout.name for slide in made.slides] == ["Title Slide", *["Title and Content"] * 3]
    assert "Eksempel" not in [slide.shapes.title.text for slide in made.slides]
    room = made.slide_layouts[1].placeholders[1]
    for shape in (one for slide in list(made.slides)[2:] for one in slide.shapes if one.name in ("Diagram", "Kilde")):
        assert room.left <= shape.left and shape.left + shape.width <= room.left + room.width
        assert room.top <= shape.top and shape.top + shape.height <= room.top + room.height


def test_a_template_without_room_for_a_title_and_content_is_refused(template, ostre_toten):
    def without(deck):
        for layout in list(deck.slide_layouts)[1:]:
            deck.slide_layouts.remove(layout)

    with pytest.raises(MakeRefused, match="ikke noe oppsett med både tittel"):
        as_slides(ostre_toten, template(without))


@pytest.mark.parametrize(
    ("part", "old", "new", "why"),
    [
        ("ppt/vbaProject.bin", b"", b"x", "har makroer"),
        ("ppt/_rels/presentation.xml.rels", b"</Rel", b"%s</Rel" % LINKED, "utenfra"),
        ("ppt/presentation.xml", b"<p:presentation ", b'<!DOCTYPE x [<!ENTITY a "b">]><p:presentation ', "erklæringer"),
        ("ppt/presentation.xml", b"<p:presentation ", b"<p:presentasjon ", "kan ikke leses som mal"),
    ],
)  # fmt: skip
def test_a_template_that_is_not_safe_or_is_broken_is_refused(template, ostre_toten, part, old, new, why):
    with pytest.raises(MakeRefused, match=why):
        as_slides(ostre_toten, repacked(template(), part, old, new))


def test_a_template_that_unpacks_to_too_much_is_refused_unopened(template, ostre_toten):
    path = template()
    with ZipFile(path, "a", 8) as parts, parts.open("ppt/media/stor.bmp", "w", force_zip64=True) as file:
        for _ in range(210):
            file.write(bytes(1_000_000))
    with pytest.raises(MakeRefused, match="for stor"):
        as_slides(ostre_toten, path)
