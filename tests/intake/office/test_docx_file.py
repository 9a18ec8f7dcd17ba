"""What stands in a Word document."""

from io import BytesIO

from docx import Document as new_document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from planstrategi.intake.cells import struck_out
from planstrategi.intake.document import PICTURES, Paragraph, PrintedTable
from planstrategi.intake.office.docx_file import read_docx


def saved(file, tmp_path):
    file.save(str(tmp_path / "p.docx"))
    return read_docx(tmp_path / "p.docx").deler


def test_paragraphs_and_tables_come_in_order_with_their_places(tmp_path):
    file = new_document()
    file.add_heading("Planer", 1)
    file.add_paragraph("Om planene.")
    file.add_table(1, 2).cell(0, 1).text = "Plan\nto"
    first, second, table = saved(file, tmp_path)
    assert (first, second) == (Paragraph("avsnitt 1", "Planer", True), Paragraph("avsnitt 2", "Om planene.", False))
    assert (table.rader[0].sted, table.rader[0].texts) == ("tabell 1, rad 1", ("", "Plan\nto"))


def test_a_merged_cell_has_its_text_once_and_says_where_it_goes_on(tmp_path):
    file = new_document()
    table = file.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "over to"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "ned"
    rows = saved(file, tmp_path)[0].rader
    assert [[(cell.tekst, cell.flettet) for cell in row.celler] for row in rows] == [
        [("over to", ""), ("", "venstre"), ("ned", "")], [("", ""), ("", ""), ("", "over")],
    ]  # fmt: skip


def test_a_cell_over_more_columns_than_word_has_is_no_wider_than_those(tmp_path):
    file = new_document()
    made = file.add_table(1, 2).cell(0, 0)
    made.text, cell = "Plan", made._tc
    cell.getparent().insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1000000000"/></w:trPr>'))
    cell.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="1000000000"/>'))
    assert len(saved(file, tmp_path)[0].rader[0].celler) == 63 + 63 + 1


def test_a_table_within_a_frame_is_a_table_and_one_in_a_cell_comes_after_its_own(tmp_path):
    file = new_document()
    file.add_table(1, 1).cell(0, 0).add_table(1, 2).cell(0, 0).text = "inne i rammen"
    outer = file.add_table(1, 2)
    outer.cell(0, 0).text = "ytre"
    outer.cell(0, 1).add_table(1, 2).cell(0, 0).text = "indre"
    tables = [part for part in saved(file, tmp_path) if isinstance(part, PrintedTable)]
    assert [table.rader[0].texts[0] for table in tables] == ["inne i rammen", "ytre", "indre"]


def test_shading_and_bold_are_told_of_a_cell(tmp_path):
    file = new_document()
    cell = file.add_table(1, 2).cell(0, 0)
    cell.paragraphs[0].add_run("Plan").bold = True
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="92D050"/>'))
    first, second = saved(file, tmp_path)[0].rader[0].celler
    assert ((first.farge, first.fet), (second.farge, second.fet)) == (("92d050", True), ("", False))


def test_what_is_proposed_counts_and_what_is_struck_out_does_not(tmp_path):
    file = new_document()
    paragraph = file.add_paragraph("Kommune")
    for mark, text in (("ins", "plan"), ("del", "styre"), ("moveFrom", "hus")):
        kind = "delText" if mark == "del" else "t"
        xml = f'<w:{mark} {nsdecls("w")} w:id="1" w:author="x"><w:r><w:{kind}>{text}</w:{kind}></w:r></w:{mark}>'
        paragraph._p.append(parse_xml(xml))
    assert saved(file, tmp_path)[0].tekst == "Kommuneplan"


def test_a_tick_of_a_symbol_font_is_a_tick_and_an_empty_box_is_empty(tmp_path):
    file = new_document()
    for code in ("F0FC", "F0A8"):
        run = file.add_paragraph().add_run()
        run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="{code}"/>'))
    assert [part.tekst for part in saved(file, tmp_path)] == ["✓", "☐"]


def test_running_heads_come_first(tmp_path):
    file = new_document()
    file.sections[0].header.paragraphs[0].text = "Planstrategi 2028–2031"
    file.add_paragraph("Innledning")
    assert [part.sted for part in saved(file, tmp_path)] == ["topp- og bunntekst", "avsnitt 1"]


def test_rows_in_content_controls_are_rows(tmp_path):
    file = new_document()
    table = file.add_table(2, 2)
    table.cell(1, 0).text = "i kontroll"
    row = table._tbl.tr_lst[1]
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
    assert [one.texts[0] for one in saved(file, tmp_path)[0].rader] == ["", "i kontroll"]


def test_what_is_bold_in_the_beginning_of_a_cell_is_told(tmp_path):
    file = new_document()
    cells = file.add_table(1, 3).rows[0].cells
    cells[0].paragraphs[0].add_run("Kultur").bold = True
    cells[0].paragraphs[0].add_run("plan.").bold = True
    cells[0].paragraphs[0].add_run(" Gjelder til 2026")
    cells[1].paragraphs[0].add_run("Skoleplan").bold = True
    cells[1].add_paragraph("Ny plan")
    cells[2].paragraphs[0].add_run("Havneplan").bold = True
    (printed,) = saved(file, tmp_path)[0].rader
    assert [(cell.tittel.strip(), cell.fet) for cell in printed.celler] == [
        ("Kulturplan.", False),
        ("Skoleplan", False),
        ("", True),
    ]


def test_the_items_of_a_list_have_a_bullet_and_headings_have_none(tmp_path):
    file = new_document()
    file.add_paragraph("Kulturplan", style="List Bullet")
    file.add_paragraph("Prioritert", style="List Number").runs[0].bold = True
    assert saved(file, tmp_path) == (Paragraph("avsnitt 1", "• Kulturplan"), Paragraph("avsnitt 2", "Prioritert", True))


def test_what_is_struck_out_or_to_go_is_struck_in_a_cell(tmp_path):
    file = new_document()
    paragraph = file.add_table(1, 2).cell(0, 0).paragraphs[0]
    paragraph.add_run("Veiplan").font.strike = True
    gone = f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>Tunnel</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(gone))
    paragraph.add_run(" Gateplan")
    assert saved(file, tmp_path)[0].rader[0].texts[0] == f"{struck_out('VeiplanTunnel')} Gateplan"


def test_the_lines_of_a_text_box_are_lines_and_a_table_in_one_is_a_table(tmp_path):
    file = new_document()
    inside = file.add_table(1, 2)
    inside.cell(0, 0).text = "i boks"
    box = parse_xml(f"<w:r {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>V = vedtak</w:t></w:r></w:p></w:txbxContent></w:r>")
    box[0].append(inside._tbl)
    file.add_paragraph("O = oppstart")._p.append(box)
    text, table = saved(file, tmp_path)
    assert (text.tekst, table.rader[0].texts) == ("O = oppstart\nV = vedtak", ("i boks", ""))


def test_a_picture_alone_in_a_cell_is_a_sign_and_those_that_are_alike_are_the_same(tmp_path):
    file, pictures = new_document(), []
    for colour in (b"\0\0\0", b"\xff\0\0"):
        pictures.append(b"BM:\0\0\0\0\0\0\x006\0\0\0(\0\0\0\1\0\0\0\1\0\0\0\1\0\x18\0" + bytes(24) + colour + b"\0")
    cells = file.add_table(1, 4).rows[0].cells
    for cell, picture in zip(cells, (pictures[0], pictures[0], pictures[1], pictures[0]), strict=True):
        cell.paragraphs[0].add_run().add_picture(BytesIO(picture))
    cells[3].paragraphs[0].add_run("Kulturplan")
    first, second, other, name = saved(file, tmp_path)[0].rader[0].texts
    assert (first == second != other, {first, other} <= {*PICTURES}, name) == (True, True, "Kulturplan")


def test_a_raised_number_is_that_of_a_footnote(tmp_path):
    file = new_document()
    for text in ("1", "a"):
        paragraph = file.add_paragraph("Kulturplan 2024")
        paragraph.add_run(text).font.superscript = True
    assert [part.tekst for part in saved(file, tmp_path)] == ["Kulturplan 2024¹", "Kulturplan 2024a"]


def test_a_comment_is_told(tmp_path):
    file = new_document()
    file.add_comment(file.add_paragraph("Kulturplan").runs, text="Skal den være med?", author="x")
    file.save(str(tmp_path / "p.docx"))
    read = read_docx(tmp_path / "p.docx")
    assert (read.deler[-1].tekst, read.skjult) == ("Kulturplan", ("Kommentar i margen, som ikke er lest: Skal den være med?",))


def test_hidden_text_is_told_and_not_read(tmp_path):
    file = new_document()
    paragraph = file.add_paragraph("Havneplan")
    paragraph.add_run(" for hemmelige ting").font.hidden = True
    file.save(str(tmp_path / "p.docx"))
    read = read_docx(tmp_path / "p.docx")
    assert [part.tekst for part in read.deler] == ["Havneplan"]
    assert read.skjult == ("Skjult tekst, som ikke er lest: for hemmelige ting",)
