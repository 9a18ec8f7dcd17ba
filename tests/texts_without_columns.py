"""Texts that have lost their columns: four plans, a reader of lines below a title, and the names that were read."""

from planstrategi.intake.text.text_file import found_in_text

PLANS = ["Kommuneplanens arealdel", "Havneplan", "Plan for støy", "Klimastrategi"]


def read(tmp_path, *lines):
    path = tmp_path / "planstrategi.txt"
    path.write_text("\n".join(["Planstrategi for Vik kommune 2028–2031", "Planoversikt", *lines]), "utf-8")
    return found_in_text(path)


def names(found):
    return [row.navn for row in found.rader]
