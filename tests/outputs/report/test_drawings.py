"""Figures as files: each is drawn once though two processes draw, and those with nothing to show are not."""

from planstrategi.outputs.report import FIGURES_FOLDER, WORK_FOLDER
from planstrategi.outputs.report.drawings import draw_files


def test_what_another_has_begun_on_is_left_to_it_and_what_has_nothing_to_show_is_no_file(tmp_path, fjordvik):
    for name in (FIGURES_FOLDER, WORK_FOLDER):
        (tmp_path / name).mkdir()
    (tmp_path / WORK_FOLDER / "kapasitet").touch()
    draw_files(fjordvik, tmp_path, ["planbehov", "kapasitet", "scenarier"])
    assert {one.name for one in (tmp_path / FIGURES_FOLDER).iterdir()} == {"planbehov.svg", "planbehov.png"}
    assert "\n" not in (tmp_path / WORK_FOLDER / "planbehov.svg").read_text("utf-8")
