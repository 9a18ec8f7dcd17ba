"""A logo is a whole PNG beside the profile, of a size there is room for; anything else is said at its line and left out."""

import pytest
from profiles import png
from registers_of_two_periods import plan, write

from planstrategi.api import validate


def read(tmp_path, logo="logo.png", **files):
    """Return the picture of the profile beside a period, and the codes and lines of the problems there."""
    folder = write(tmp_path, [plan("a")], 2024)
    for name, data in ({"logo.png": png()} | files).items():
        (folder.parent / name).write_bytes(data)
    (folder.parent / "profil.yaml").write_text(f'farge: "#00594c"\nlogo: {logo}\n', "utf-8")
    validated = validate(folder)
    found = [(one.kode, one.alvor, one.linje) for one in validated.problems if one.fil.endswith("profil.yaml")]
    return validated.register and validated.register.profil.bilde, found


def test_a_logo_beside_the_profile_is_read_as_it_is(tmp_path):
    assert read(tmp_path) == (png(), [])


LEFT_OUT = [("FIL020", "advarsel", 2)]


@pytest.mark.parametrize(
    "data",
    [png()[:-1], png()[:30], b"", b"<svg/>", png()[:45] + b"x" + png()[46:], png(4001, 1000), png(110, 20), png(0, 5),
     png()[:33] + b"\xff" * 8 + png()[41:], png(lost=1), png(lost=20)],
    ids=["short", "head", "empty", "svg", "changed", "wide", "long", "nothing", "endless", "a row lost", "all rows lost"],
)  # fmt: skip
def test_what_is_no_whole_png_of_a_good_size_is_left_out_with_a_warning_at_its_line(tmp_path, data):
    assert read(tmp_path, **{"logo.png": data}) == (b"", LEFT_OUT)


def test_a_large_file_a_missing_one_and_a_link_are_left_out(tmp_path):
    assert read(tmp_path, **{"logo.png": png() + b"x" * 500_000}) == (b"", LEFT_OUT)
    assert read(tmp_path, "annen.png") == (b"", LEFT_OUT)
    (tmp_path / "ute.png").write_bytes(png())
    folder = tmp_path / "kommuner" / "prove"
    (folder / "lenke.png").symlink_to(tmp_path / "ute.png")
    assert read(tmp_path, "lenke.png") == (b"", LEFT_OUT)


@pytest.mark.parametrize("name", ["../logo.png", "/tmp/logo.png", "logo.svg", "under/logo.png", "..png"])
def test_a_path_or_another_kind_of_file_is_an_error(tmp_path, name):
    assert read(tmp_path, name) == (None, [("FIL033", "feil", 2)])
