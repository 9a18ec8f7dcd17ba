"""Every numbered point of a guideline whose text is stored is an expectation, or is said to be left out and why."""

import re
from typing import Any

import pytest
import yaml
from registers import ROOT

NATIONAL = ROOT / "data" / "nasjonalt"
GUIDELINES = yaml.safe_load((NATIONAL / "planretningslinjer.yaml").read_text("utf-8"))["dokumenter"]
# «### 4.1 Staten», «### 4.Krav» and «3.1 Samordnet»: a heading below the chapters, or a paragraph that begins with a number
NUMBERED = re.compile(r"(?m)^(?:### ([0-9]+(?:\.[0-9]+)*)\.?|([0-9]+\.[0-9]+)) ?(?=[^\W\d])")


def numbered_points(text: str) -> set[str]:
    return {heading or paragraph for heading, paragraph in NUMBERED.findall(text)}


def stored(document: dict[str, Any]) -> str:
    """Return the stored text of a guideline, empty when it is not stored; a link may be to what came after it."""
    path = NATIONAL / "lovtekst" / f"forskrift-{document['lenke'].rpartition('/')[2]}.md"
    return path.read_text("utf-8") if path.exists() and any("nummer" in one for one in document.get("forventninger", ())) else ""


STORED = {document["id"]: document for document in GUIDELINES if stored(document)}


def test_the_guidelines_that_apply_are_stored():
    assert set(STORED) == {"spr-ke", "spr-am", "rpr-barn"}


def test_a_point_is_a_number_in_a_heading_below_the_chapters_or_before_a_paragraph():
    assert numbered_points("## 4. Krav\n\n### 4.1 Kunnskap\n\n4.2 Mål: 2.3 er ikke her\n\n### 5.Utforming\n\n1995 var året") == {
        "4.1", "4.2", "5",
    }  # fmt: skip


@pytest.mark.parametrize("document", STORED.values(), ids=STORED)
def test_every_numbered_point_is_an_expectation_or_left_out_with_a_reason(document):
    told = {one["nummer"] for kind in ("forventninger", "utelatt") for one in document[kind] if "nummer" in one}
    points = numbered_points(stored(document))
    assert points and points - told == set()


@pytest.mark.parametrize("document", STORED.values(), ids=STORED)
def test_what_is_left_out_stands_once(document):
    listed = [(one.get("nummer"), one["hva"]) for one in document["utelatt"]]
    assert len(listed) == len(set(listed))
