"""One law text in two formats: the sections, what they say, and the fingerprint that must not know the format."""

import os
from pathlib import Path

import pytest
from invented_law_text import GUIDELINES, MARKDOWN, as_html
from registers import ROOT

from planstrategi.lawtexts import law as lawtext
from planstrategi.lawtexts import law_markdown as lawmarkdown
from planstrategi.lawtexts.law import Law, fingerprint
from planstrategi.lawtexts.law_markdown import read_markdown
from planstrategi.lawtexts.lovdata_html import read_html
from planstrategi.model.requirements import PARAGRAF

STORED = sorted((ROOT / "data" / "nasjonalt" / "lovtekst").glob("*-*-*.md"))


# decomposed å, a no-break space, links, raised numbers, a footnote, and lists as Lovdata nests them
HTML = """\
<!DOCTYPE html><html lang="no"><head><title>§ 9. Tittel</title></head><body><header class="documentHeader"><dl>
<dt class="dokid">DokumentID</dt><dd class="dokid">NL/lov/2001-02-03-4</dd>
<dt class="title">Tittel</dt><dd class="title">Lov om prøving (<i>prøveloven</i>)</dd>
<dt class="refid">RefID</dt><dd class="refid">lov/2001-02-03-4</dd></dl></header>
<main class="documentBody" id="dokument"><h1>Lov om prøving (prøveloven)</h1>
<section class="section" data-name="kap1"><h2>Kapittel 1. Innledning</h2>
<article class="legalArticle" data-name="§1-1">
<h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1-1</span>.
<span class="legalArticleTitle">Formål</span></h3>
<article class="legalP">Loven gjelder&#xa0;for alle, jf. <a href="lov/2001-02-03-4/kap2">kapittel 2</a>.</article>
<article class="legalP">Kommunen skal etter <a href="x">§ 1-2</a> første ledd ha:
<ol class="defaultList" type="a"><li data-name="a."><article class="listArticle">
<article class="legalP">en plan</article></article></li>
<li data-name="b."><article class="listArticle">
<article class="legalP">en oversikt, jf. <a href="x">§§ 3</a>-5</article></article></li></ol></article>
<article class="changesToParent">Endret ved <a href="x">lov 1 juni 2020 nr. 5</a> (i kraft 1 juli 2020).</article>
</article>
<article class="legalArticle" data-name="§1-2">
<h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1-2</span>.
<span class="legalArticleTitle">(Opphevet)</span></h3>
<article class="changesToParent">Opphevet ved <a href="x">lov 1 juni 2020 nr. 5</a>.</article></article>
<article class="legalArticle" data-name="§1-2a"><article class="legalP">Planen gjelder i 4 a\u030ar.</article></article>
</section><section class="section" data-name="kap2"><h2>Kapittel 2. Slutt</h2>
<article class="legalArticle" data-name="§2-1">
<h3 class="legalArticleHeader"><span class="legalArticleValue">§ 2-1</span>. Ikrafttredelse</h3>
<article class="legalP">Loven gjelder fra den tid Kongen bestemmer.<sup>1</sup></article>
<footer class="footnotes"><article class="footnote"><span>1</span> Fra 1 jan 2002.</article></footer>
</article></section></main></body></html>
"""


@pytest.fixture(scope="module")
def law() -> Law:
    return read_markdown(MARKDOWN)


def prints(law: Law) -> dict[str, str]:
    return {place: fingerprint(section.text) for place, section in law.sections.items()}


def test_the_law_is_named_by_its_reference(law):
    assert (law.code, law.title) == ("LOV-2001-02-03-4", "Lov om prøving (prøveloven)")
    assert read_markdown(GUIDELINES).code == "FOR-1995-09-20-4146"


def test_a_section_has_its_ledd_and_lists_but_no_heading_and_no_note(law):
    section = law.find("§ 1-1")
    assert section.ledd == 2 and not section.repealed
    assert section.text.splitlines() == [
        "Loven gjelder for alle, jf. kapittel 2.",
        "Kommunen skal etter§ 1-2første ledd ha:",
        "- en plan",
        "- en oversikt, jf. §§ 3 -5",
    ]


def test_a_chapter_holds_its_sections_and_their_headings_are_shown_but_not_counted(law):
    chapter = law.find("kap. 1")
    assert chapter.ledd == 3
    assert law.lines(chapter)[0] == "§ 1-1. Formål" and "Formål" not in chapter.text
    assert law.find("kap. 2").text == "Loven gjelder fra den tid Kongen bestemmer. 1"


def test_a_place_is_found_however_its_letter_is_set(law):
    assert law.find("§ 1-2 a") is law.find("§ 1-2a") is not None
    assert law.find("§ 1-2").repealed and not law.find("§ 1-2 a").repealed
    assert law.find("§ 1-3") is None


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("§ 7 b. Sykkelritt", "§ 7 b"),
        ("§ 1-7d. Plan", "§ 1-7d"),
        ("§ 12 A-1. Bruk av soner", "§ 12 A-1"),
        ("§ 17-1", "§ 17-1"),
        ("§ 5 Innhold", "§ 5"),
        ("Kap. 4A. (Opphevet)", "kap. 4A"),
        ("Kapittel 1 Innledende bestemmelser", "kap. 1"),
        ("Kapittel 3 A. Krav", "kap. 3 A"),
        ("12. Krav", "kap. 12"),
        ("4.2 Retningslinjer", "pkt. 4.2"),
    ],
)
def test_a_heading_names_its_place(heading, place):
    found = read_markdown(f"# Lov\n\n## {heading}\n\nTekst.\n").sections.values()
    assert [section.place for section in found] == [place]


@pytest.mark.parametrize("place", ["7 b", "1-7d", "3-2 a", "12 A-1", "17-1", "5"])
def test_a_section_is_cited_as_its_heading_names_it(place):
    assert PARAGRAF.parse(place) == place


@pytest.mark.parametrize("heading", ["Kapittel II. Trafikk", "Del 4. Avløp", "Vedlegg 1", "Til § 5 Krav", "Punkt 4. Krav"])
def test_other_headings_name_no_place(heading):
    assert not read_markdown(f"# Lov\n\n## {heading}\n\nTekst.\n").sections


def test_a_point_is_that_of_the_guidelines_and_not_of_the_comments():
    law = read_markdown(GUIDELINES)
    assert law.find("pkt. 4").text == "Kommunen skal vurdere."
    assert law.find("kap. 4").text == "Kommentaren til 2.\nEn kommentar."
    assert law.find("kap. 1").repealed


def test_a_numbered_paragraph_is_a_point_without_its_number_and_a_footnote_is_no_ledd():
    law = read_markdown(GUIDELINES)
    assert law.find("pkt. 5.2").text == "De skal være store."
    assert law.find("pkt. 5").text == "Arealene skal være trygge.\nDe skal være store."


def test_an_annex_has_no_points_but_a_paragraph_after_it_counts():
    law = read_markdown(GUIDELINES)
    assert law.find("pkt. 7") is law.find("kap. 7") is None
    assert law.find("§ 1").text == "Innhold."
    assert [law.blocks[number].text for number in law.find("§ 1").above] == []


@pytest.mark.parametrize(
    "note",
    [
        "*Endret ved lov 1 juni 2020 nr. 5 .*",
        "*Føyd til med lov 11 juni 2021 nr. 78 (i kraft 1 aug 2022).*",
        "*Tilføyes ved lov 20 juni 2025 nr. 39 (i kraft 1 jan 2027).*",
        "Tilføyd ved forskrift 7 des 2007 nr. 1372 (i kraft 1 jan 2008).",
        "Opphevet 22 des 2012, jf. § 17-2 .",
        "Kapittel 12 endret ved forskrift 15 des 2005 nr. 1691 .",
        "*Endret ved forskrift 27 mars 2012 nr. 260 .\n1 Direktivene er opphevet.*",
    ],
)
def test_a_note_on_amendments_is_left_out(note):
    law = read_markdown(f"# Lov\n\n## § 1. Krav\n\nKommunen skal ha en plan.\n\n{note}\n")
    assert law.find("§ 1").text == "Kommunen skal ha en plan."


@pytest.mark.parametrize(
    "text",
    [
        "*Med byggverk menes bygning.\nEndret ved lov 19 juni 2009 nr. 84 .*",
        "Endret arealbruk skal vurderes ved planlegging.",
        "Forskriften kan endres ved forskrift fra departementet.",
        "- 1. januar 2025",
    ],
)
def test_what_only_looks_like_a_note_is_kept(text):
    law = read_markdown(f"# Lov\n\n## § 1. Krav\n\n{text}\n")
    assert len(law.find("§ 1").text.splitlines()) == 1


@pytest.mark.parametrize("note", ["Opphevet ved lov 1 juni 2020 nr. 5.", "Endret ved lov A, opphevet ved lov B."])
def test_a_section_with_nothing_but_a_note_that_it_is_repealed_is_repealed(note):
    document = f'<dd class="refid">lov/2001-02-03-4</dd><h2>§ 1. Krav</h2><p class="changesToParent">{note}</p>'
    assert read_html(document).find("§ 1").repealed


@pytest.mark.parametrize(
    "note", ['<p class="changesToParent">Jf. lov 2.</p>', '<footer class="footnotes"><p>Skal vel være lov 2.</p></footer>']
)
def test_a_note_of_lovdata_is_left_out_whatever_it_says(note):
    document = f'<dd class="refid">lov/2001-02-03-4</dd><h2>§ 1</h2><p>Krav.</p>{note}'
    assert read_html(document).find("§ 1").text == "Krav."


def test_lines_and_cells_are_kept_apart():
    document = '<dd class="refid">lov/2001-02-03-4</dd><h2>§ 1</h2><p>En<br/>to</p><table><td>Bly</td><td>60</td></table>'
    assert read_html(document).find("§ 1").text == "En to\nBly 60"


def test_the_first_of_two_sections_of_one_name_counts():
    law = read_markdown("# Lov\n\n## § 1. Krav\n\nKravet.\n\n## Vedlegg\n\n### § 1. Annet\n\nAnnet.\n")
    assert law.find("§ 1").text == "Kravet."


def test_a_mark_of_bytes_and_windows_line_ends_make_no_difference(law):
    assert read_markdown("\ufeff" + MARKDOWN.replace("\n", "\r\n")) == law


def test_headings_in_markdown_have_six_levels():
    law = read_markdown("\n\n".join(f"{'#' * level} § {level}." for level in range(1, 100)))
    assert max(len(section.above) for section in law.sections.values()) == 5


def test_the_same_sections_in_both_formats_have_the_same_fingerprints(law):
    found = read_html(HTML)
    assert (found.code, found.title) == (law.code, law.title)
    assert prints(found) == prints(law)
    assert [one.ledd for one in found.sections.values()] == [one.ledd for one in law.sections.values()]
    assert [one.repealed for one in found.sections.values()] == [one.repealed for one in law.sections.values()]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_stored_text_has_the_same_fingerprints_as_lovdata_would_typeset_it(path):
    law = read_markdown(path.read_text("utf-8"))
    assert law.sections and prints(read_html(as_html(law))) == prints(law)


def test_white_space_and_list_markers_make_no_difference_but_a_word_does():
    assert fingerprint("Etter§ 1 skal\n- en plan .") == fingerprint("Etter § 1 skal en plan.")
    assert fingerprint("blå") == fingerprint("bla\u030a")
    assert fingerprint("skal") != fingerprint("bør")


def test_nothing_is_expanded_and_nothing_is_fetched():
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    document = f'{entity}<dd class="refid">lov/2001-02-03-4</dd><h2>§ 1</h2><p>&a;</p>'
    assert read_html(document).find("§ 1").text == "&a;"


# what takes time that grows with the square of the length would not end here, and a recursion would overflow
LONG = 100_000


@pytest.mark.parametrize("end", ["", ">"])
@pytest.mark.parametrize("sign", ["<", "<a ", "<!--", "<p ", "&#", "<h2>", "<dd ", '<dd class="title">', "<li>"])
def test_odd_html_is_read_to_its_end(sign, end):
    law = read_html('<dd class="refid">lov/2001-02-03-4</dd>' + sign * LONG + end)
    assert law.code == "LOV-2001-02-03-4"


@pytest.mark.parametrize("sign", ["[", "[x](", "*", "#", "\n \t", "1.", " \t"])
def test_odd_markdown_is_read_to_its_end(sign):
    law = read_markdown(f"---\ntittel: {sign.strip() * LONG}\nrefid: lov/2001-02-03-4\n---\n# 1. x\n\n{sign * LONG}x")
    assert law.code == "LOV-2001-02-03-4"


def test_what_is_longer_than_any_law_is_refused(monkeypatch):
    for module in (lawtext, lawmarkdown):
        monkeypatch.setattr(module, "BLOCK_LIMIT", 100)
    assert read_html("<h2>§ 1</h2>" + "<p>x</p>" * 99).find("§ 1").ledd == 99
    with pytest.raises(ValueError, match="too long"):
        read_html("<h2>§ 1</h2>" + "<p>x</p>" * 100)
    head = "---\ntittel: x\nrefid: lov/2001-02-03-4\n---\n"
    assert read_markdown(head + "\n" * 296).blocks == ()
    with pytest.raises(ValueError, match="too long"):
        read_markdown(head + "\n" * 297)


def test_a_whole_archive_has_the_same_fingerprints_in_both_formats():
    archive = os.environ.get("PLANSTRATEGI_LOVARKIV")
    paths = sorted(Path(archive).glob("*-*-*.md")) if archive else []
    if not paths:
        pytest.skip("PLANSTRATEGI_LOVARKIV sier ikke hvor det ligger et lovarkiv i Markdown")
    for path in paths:
        law = read_markdown(path.read_text("utf-8"))
        assert prints(read_html(as_html(law))) == prints(law), path.name
