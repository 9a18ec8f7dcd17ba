"""`planstrategi lovsjekk`: which law texts are not as they were judged, and archives that mean no good."""

import bz2
import errno
import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from invented_law_text import GUIDELINES, MARKDOWN, as_html
from registers import OSTRE_TOTEN, ROOT

from planstrategi.cli import main
from planstrategi.lawtexts import archive as lawarchive
from planstrategi.lawtexts import law as lawtext
from planstrategi.lawtexts import store
from planstrategi.lawtexts.archive import LawArchive
from planstrategi.lawtexts.law_markdown import read_markdown
from planstrategi.lawtexts.stored import Unusable, citations, read_catalogue, read_stored

KRAV = """\
  - id: {id}
    navn: Krav
    innhold: Innhold.
    slag: lovpaalagt_plan
    styrke: skal
    relevans: kjerne
    vedtas_av: kommunen
    eget_dokument: nei
    hjemmel: [{hjemmel}]
    versjoner: [{versjon}]
    kilde: {{sikkerhet: bekreftet}}
"""
HJEMMEL = "{{lov: {}, {}, tittel: loven, lenke: lenke}}"
FORMAAL = HJEMMEL.format("LOV-2001-02-03-4", "paragraf: 1-1, ledd: 2")
PLANEN = HJEMMEL.format("LOV-2001-02-03-4", "paragraf: 1-2 a")
PUNKT = HJEMMEL.format("FOR-1995-09-20-4146", "punkt: '4'")
GONE = HJEMMEL.format("FOR-1990-01-01-1", "paragraf: '9'")
VURDERINGER = """\
per_dato: 2026-11-25
sett:
  - id: forste-lesning
    hvem: rådgiver
    naar: 2026-11-25
    grunnlag: planstrategien
    forelopig: ja
    vurderinger:
      - {krav: formaal, plan: arealdelen, svar: helt, grunn: Raden sier det.}
      - {krav: barn, svar: ikke, grunn: Ingen rad.}
"""


def catalogue(*krav: tuple[str, str]) -> str:
    text = "per_dato: 2026-07-02\nkilde: Oppdiktet.\nvalg: [{aar: 2023}]\nkrav:\n"
    versjon = f"{{til: 2024-12-19, sikkerhet: trolig, hjemmel: [{GONE}]}}"
    return text + "".join(KRAV.format(id=id_, hjemmel=hjemmel, versjon=versjon) for id_, hjemmel in krav)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with stored texts and one register, and the archive they were stored from, in arkiv/."""
    monkeypatch.chdir(tmp_path)
    judged = tmp_path / "data" / "kommuner" / "prove" / "2024-2027" / "vurderinger"
    for made in (judged, tmp_path / "data" / "nasjonalt", tmp_path / "arkiv"):
        made.mkdir(parents=True)
    (judged / "lovkrav.yaml").write_text(VURDERINGER, "utf-8")
    (judged.parent / "register.yaml").write_text("", "utf-8")
    text = catalogue(("formaal", FORMAAL), ("planen", f"{PLANEN}, {FORMAAL}"), ("barn", PUNKT))
    (tmp_path / "data" / "nasjonalt" / "lovkrav.yaml").write_text(text, "utf-8")
    (tmp_path / "arkiv" / "lov.md").write_text(MARKDOWN, "utf-8")
    (tmp_path / "arkiv" / "forskrift.md").write_text(GUIDELINES, "utf-8")
    assert store.store_texts(["arkiv"]) == 0
    return tmp_path


def run(capsys, *words):
    capsys.readouterr()
    try:
        status = main(["lovsjekk", *map(str, words)])
    except SystemExit as stopped:
        status = stopped.code
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return status, out, err


def change(folder: Path, old: str, new: str, name: str = "lov.md") -> None:
    path = folder / "arkiv" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def member(name: str, data: bytes = b"", **values) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for field, value in values.items():
        setattr(info, field, value)
    return info, data


def packed(*members: tuple[tarfile.TarInfo, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data))
    return file.getvalue()


def archive(*members: tuple[tarfile.TarInfo, bytes], **options) -> Path:
    path = Path("arkiv.tar.bz2")
    path.write_bytes(bz2.compress(packed(*members, **options)))
    return path


LAWS = [
    member("nl/nl-20010203-004.xml", as_html(read_markdown(MARKDOWN)).encode()),
    member("sf/sf-19950920-4146.xml", as_html(read_markdown(GUIDELINES)).encode()),
]


def test_the_archive_the_texts_were_stored_from_has_changed_nothing(capsys, folder):
    status, out, err = run(capsys, "arkiv")
    assert (status, out) == (0, "")
    assert err == "3 steder: 3 uendret, 0 endret, 0 opphevet og 0 ikke i arkivet. 0 vurderinger må gjøres på nytt.\n"


def test_lovdatas_own_format_says_the_same_as_the_markdown_that_was_stored(capsys, folder):
    assert run(capsys, archive(*LAWS))[:2] == (0, "")


def test_a_changed_word_names_that_section_alone_with_its_diff_and_the_judgements_that_rest_on_it(capsys, folder):
    change(folder, "- en oversikt", "- et regnskap")
    status, out, err = run(capsys, "arkiv")
    fil = "data/kommuner/prove/2024-2027/vurderinger/lovkrav.yaml"
    assert status == 1
    assert out.splitlines() == [
        "LOV-2001-02-03-4 § 1-1: endret (krav: formaal, planen)",
        "--- vurdert per 2026-07-02",
        "+++ arkivet",
        "@@ -3,2 +3,2 @@",
        " - en plan",
        "-- en oversikt, jf. §§ 3 -5",
        "+- et regnskap, jf. §§ 3 -5",
        f"{fil}:9: vurderingen av formaal mot arealdelen i settet forste-lesning (data/kommuner/prove/2024-2027) "
        "må gjøres på nytt: LOV-2001-02-03-4 § 1-1 er endret.",
    ]
    assert err.endswith("2 uendret, 1 endret, 0 opphevet og 0 ikke i arkivet. 1 vurdering må gjøres på nytt.\n")


def test_a_difference_in_white_space_alone_does_not_show_in_the_diff(capsys, folder):
    change(folder, "etter§ 1-2første", "etter § 1-2 første")
    assert run(capsys, "arkiv")[0] == 0
    change(folder, "gjelder for alle", "gjelder for kommunen")
    changed = [line for line in run(capsys, "arkiv")[1].splitlines() if line.startswith(("-", "+"))]
    assert len(changed) == 4 and not any("første ledd" in line for line in changed)


def test_long_lines_of_a_diff_are_wrapped_with_their_sign(capsys, folder):
    change(folder, "Planen gjelder i 4 år.", "Planen gjelder i 5 år. " + "Den skal rulleres. " * 20)
    out = run(capsys, "arkiv")[1]
    added = [line for line in out.splitlines() if line.startswith(("+Planen", "+skal"))]
    assert len(added) > 1 and all(len(line) < 102 for line in out.splitlines()[1:])


def test_a_repealed_section_is_named_as_repealed(capsys, folder):
    change(folder, "§ 1-2 a. Planen\n\nPlanen gjelder i 4 år.", "§ 1-2 a. (Opphevet)\n\n*Opphevet ved lov 1.*")
    status, out, _ = run(capsys, "arkiv")
    assert (status, out) == (1, "LOV-2001-02-03-4 § 1-2 a: opphevet (krav: planen)\n")


def test_a_section_and_a_law_that_are_not_there_are_named(capsys, folder):
    change(folder, "§ 1-2 a. Planen", "§ 1-3. Planen")
    (folder / "arkiv" / "forskrift.md").unlink()
    status, out, err = run(capsys, "arkiv")
    assert status == 1
    assert "LOV-2001-02-03-4 § 1-2 a: ikke i arkivet (krav: planen)" in out
    assert "FOR-1995-09-20-4146 pkt. 4: ikke i arkivet (krav: barn)" in out
    assert "mot ingen plan" in out
    assert "Arkivet har lover, men ingen forskrifter. Legg begge Lovdatas arkiver i én mappe" in err


def test_a_place_that_is_cited_but_not_stored_cannot_be_called_unchanged(capsys, folder):
    text = catalogue(("formaal", FORMAAL), ("slutt", HJEMMEL.format("LOV-2001-02-03-4", "kapittel: '2'")))
    (folder / "data" / "nasjonalt" / "lovkrav.yaml").write_text(text, "utf-8")
    status, out, err = run(capsys, "arkiv")
    assert (status, out) == (1, "LOV-2001-02-03-4 kap. 2: ikke lagret (krav: slutt)\n")
    assert "1 ikke lagret" in err
    (folder / "data" / "nasjonalt" / "lovkrav.yaml").write_text(catalogue(("borte", GONE)), "utf-8")
    assert run(capsys, "arkiv")[1] == "FOR-1990-01-01-1 § 9: ikke lagret (krav: borte)\n"


def test_a_law_cited_without_a_place_is_not_compared(capsys, folder):
    text = catalogue(("formaal", f"{FORMAAL}, {HJEMMEL.format('LOV-1999-01-01-1', 'naermere: hele loven')}"))
    (folder / "data" / "nasjonalt" / "lovkrav.yaml").write_text(text, "utf-8")
    status, out, err = run(capsys, "arkiv")
    assert (status, out) == (0, "") and err.startswith("1 steder: 1 uendret")


def test_json_is_one_array_with_an_object_per_place(capsys, folder):
    change(folder, "- en oversikt", "- et regnskap")
    status, out, _ = run(capsys, "arkiv", "--format", "json")
    found = json.loads(out)
    assert status == 1 and [one["status"] for one in found] == ["endret", "uendret", "uendret"]
    assert list(found[0]) == ["lov", "sted", "status", "diff", "krav", "vurderinger", "dom", "fil", "avtrykk"]
    assert found[0]["krav"] == ["formaal", "planen"] and "+- et regnskap" in found[0]["diff"]
    assert found[0]["vurderinger"][0]["linje"] == 9 and found[0]["vurderinger"][0]["plan"] == "arealdelen"
    assert found[1]["diff"] is None and found[1]["vurderinger"] == []


def test_one_register_can_be_asked_for_and_the_catalogue_can_lie_anywhere(capsys, folder, monkeypatch):
    change(folder, "- en oversikt", "- et regnskap")
    other = folder / "data" / "kommuner" / "nabo" / "2024-2027"
    other.mkdir(parents=True)
    (other / "register.yaml").write_text("", "utf-8")
    assert "formaal mot arealdelen" not in run(capsys, "arkiv", other)[1]
    (folder / "annet").mkdir()
    monkeypatch.chdir(folder / "annet")
    for katalog in ("../data", "../data/nasjonalt"):
        assert "formaal mot arealdelen" in run(capsys, "../arkiv", "--katalog", katalog)[1]
    assert run(capsys, "../arkiv", folder / "data" / "kommuner" / "ingen")[0] == 2


def test_a_judgement_file_that_cannot_be_read_hides_nothing_else(capsys, folder):
    change(folder, "- en oversikt", "- et regnskap")
    fil = folder / "data" / "kommuner" / "prove" / "2024-2027" / "vurderinger" / "lovkrav.yaml"
    fil.write_text("sett: [", "utf-8")
    status, out, err = run(capsys, "arkiv")
    assert status == 1 and "§ 1-1: endret" in out and "FIL013" in err and "er ikke med" in err


def test_files_that_are_no_law_text_are_passed_over_by_name(capsys, folder):
    (folder / "arkiv" / "README.md").write_text("# Les meg\n", "utf-8")
    (folder / "arkiv" / "binær.md").write_bytes(bytes(range(256)))
    (folder / "arkiv" / "kart.pdf").write_bytes(b"%PDF")
    os.mkfifo(folder / "arkiv" / "rør.tar.bz2")
    (folder / "arkiv" / "kopi.md").write_text(MARKDOWN, "utf-8")
    (folder / "arkiv" / "latin.md").write_bytes(MARKDOWN.replace("3-4", "3-5").encode("latin-1"))
    status, out, err = run(capsys, "arkiv")
    assert (status, out) == (0, "")
    for name in ("README.md", "binær.md", "kart.pdf", "rør.tar.bz2"):
        assert f"arkiv/{name} er ikke en lovtekst og ble hoppet over." in err
    assert "arkiv/lov.md er LOV-2001-02-03-4 en gang til og ble hoppet over." in err


def test_a_cited_law_in_another_character_set_is_passed_over_in_a_folder(capsys, folder):
    (folder / "arkiv" / "lov.md").write_bytes(MARKDOWN.encode("latin-1"))
    status, out, err = run(capsys, "arkiv")
    assert status == 1 and "§ 1-1: ikke i arkivet" in out
    assert "arkiv/lov.md er skadet eller ikke lagret i tegnsettet UTF-8 og ble hoppet over." in err


def test_many_files_that_are_passed_over_are_counted(capsys, folder):
    for number in range(30):
        (folder / "arkiv" / f"{number}.txt").write_text("", "utf-8")
    err = run(capsys, "arkiv")[2]
    assert err.count("hoppet over") == 20 and "… og 10 til." in err


def test_a_folder_may_hold_both_of_lovdatas_archives(capsys, folder):
    for number, law in enumerate(LAWS):
        archive(law).rename(folder / "data" / f"{number}.tar.bz2")
    (folder / "begge").mkdir()
    for path in (folder / "data").glob("*.tar.bz2"):
        path.rename(folder / "begge" / path.name)
    assert run(capsys, "begge")[:2] == (0, "")


def test_only_laws_that_are_cited_are_read_and_only_one_document_at_a_time(folder, monkeypatch):
    odd = member("nl/odd.xml", b'<dd class="refid">lov/1999-01-01-1</dd>' + b"\xff" * 100)
    found = LawArchive(archive(odd, *LAWS))
    assert [law.code for law in found.laws({"LOV-2001-02-03-4"})] == ["LOV-2001-02-03-4"]
    assert found.codes == {"LOV-1999-01-01-1", "LOV-2001-02-03-4", "FOR-1995-09-20-4146"}


HOSTILE = {
    "et absolutt navn": ("LOV405", [member("/etc/lov.xml", b"x")]),
    "et navn ut av mappen": ("LOV405", [member("nl/../../lov.xml", b"x")]),
    "et navn ut av mappen i Windows": ("LOV405", [member("nl\\..\\lov.xml", b"x")]),
    "en stasjonsbokstav": ("LOV405", [member("C:\\lov.xml", b"x")]),
    "en myk lenke": ("LOV405", [member("lov.xml", type=tarfile.SYMTYPE, linkname="/etc/passwd")]),
    "en hard lenke": ("LOV405", [member("lov.xml", type=tarfile.LNKTYPE, linkname="nl/a.xml")]),
    "en enhet": ("LOV405", [member("lov.xml", type=tarfile.CHRTYPE)]),
    "hull": ("LOV405", [member("lov.xml", b"x", pax_headers={"GNU.sparse.map": "0,1", "GNU.sparse.size": "1"})]),
    "et rør": ("LOV405", [member("lov.xml", type=tarfile.FIFOTYPE)]),
    "feil tegnsett": ("LOV406", [member("lov.xml", LAWS[0][1].replace(b"gjelder", b"gj\xf8r"))]),
    "et umulig tegn": ("LOV406", [member("lov.xml", LAWS[0][1] + b"&#" + b"9" * 5000 + b";")]),
    "altfor mange ledd": ("LOV406", [member("lov.xml", LAWS[0][1] + b"<p>x</p>" * 1_001)]),
    "et langt navn": ("LOV403", [member("n" * 2000 + ".xml", b"x")]),
    "ingen lovtekst": ("LOV407", [member("les.txt", b"x")]),
    "ingenting": ("LOV407", []),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_an_archive_with_what_cannot_be_a_law_ends_2_with_the_place(capsys, folder, monkeypatch, case):
    monkeypatch.setattr(lawtext, "BLOCK_LIMIT", 1_000)
    code, members = HOSTILE[case]
    before = sorted(folder.rglob("*"))
    path = archive(*members)
    status, out, err = run(capsys, path)
    assert (status, out) == (2, "")
    assert f"feil {code} " in err and "Rett slik: " in err and err.startswith("arkiv.tar.bz2")
    if code in ("LOV405", "LOV406"):
        assert err.startswith(f"arkiv.tar.bz2:{members[0][0].name}: ")
    path.unlink()
    assert sorted(folder.rglob("*")) == before


def test_an_archive_that_unpacks_to_too_much_is_stopped_while_it_is_read(capsys, folder, monkeypatch):
    path = archive(*LAWS, member("bombe.xml", bytes(10_000_000)))
    assert path.stat().st_size < 5_000
    monkeypatch.setattr(lawarchive, "FILE_LIMIT", 9_999_999)
    status, _, err = run(capsys, path)
    assert status == 2 and "arkiv.tar.bz2:bombe.xml: feil LOV404" in err
    monkeypatch.setattr(lawarchive, "FILE_LIMIT", 20_000_000)
    monkeypatch.setattr(lawarchive, "TOTAL_LIMIT", 9_000_000)
    status, _, err = run(capsys, path)
    assert status == 2 and "feil LOV404" in err and "9000000 byte" in err


def test_a_member_that_claims_to_be_huge_is_refused_before_it_is_read(capsys, folder):
    header = tarfile.TarInfo("lov.xml")
    header.size = 8_000_000_000
    Path("arkiv.tar.bz2").write_bytes(bz2.compress(header.tobuf(tarfile.GNU_FORMAT) + bytes(1024)))
    status, _, err = run(capsys, "arkiv.tar.bz2")
    assert status == 2 and "lov.xml: feil LOV404" in err and "8000000000 byte" in err


def test_a_sparse_member_whose_map_never_ends_is_stopped(capsys, folder):
    values = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "x", "GNU.sparse.realsize": "9"}
    info, data = member("lov.xml", b"9999999\n" + b"1\n" * 2_000_000, pax_headers=values)
    status, _, err = run(capsys, archive((info, data)))
    assert status == 2 and "feil LOV404" in err


def test_too_many_members_or_files_are_refused(capsys, folder, monkeypatch):
    monkeypatch.setattr(lawarchive, "COUNT_LIMIT", 2)
    status, _, err = run(capsys, archive(*LAWS, member("tre.xml")))
    assert status == 2 and "arkiv.tar.bz2:tre.xml: feil LOV404" in err and "mer enn 2 filer" in err
    (folder / "arkiv" / "tre.md").write_text("", "utf-8")
    assert run(capsys, "arkiv")[0] == 2


def test_a_truncated_or_damaged_archive_is_not_taken_for_a_short_one(capsys, folder):
    path, tar = archive(*LAWS), packed(*LAWS)
    whole = path.read_bytes()
    second = tar.index(b"sf/sf-19950920-4146.xml")
    for data in (
        whole[: len(whole) // 2],
        whole[:-20] + b"\0" * 20,
        bz2.compress(tar[: second + 600]),
        bz2.compress(tar[:second]),
        bz2.compress(tar[: second + 40] + b"\xff" * 60 + tar[second + 100 :]),
        bz2.compress(b"Dette er en tekst."),
        b"BZh9",
    ):
        path.write_bytes(data)
        status, out, err = run(capsys, path)
        assert (status, out) == (2, "") and "arkiv.tar.bz2: feil LOV403 Arkivet er avkuttet eller skadet." in err


def test_what_is_no_archive_ends_2(capsys, folder):
    (folder / "tekst.tar.bz2").write_text("Ikke et arkiv.", "utf-8")
    assert "feil LOV402" in run(capsys, "tekst.tar.bz2")[2]
    status, _, err = run(capsys, "finnes-ikke.tar.bz2")
    assert status == 2 and "finnes-ikke.tar.bz2: feil LOV401 Arkivet finnes ikke." in err
    (folder / "tom").mkdir()
    assert "tom: feil LOV407" in run(capsys, "tom")[2]


def test_a_file_in_a_folder_that_is_too_large_is_passed_over_unread(capsys, folder, monkeypatch):
    monkeypatch.setattr(lawarchive, "FILE_LIMIT", len(GUIDELINES.encode()))
    assert "arkiv/lov.md er ikke en lovtekst og ble hoppet over." in run(capsys, "arkiv")[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="systemet har ikke navngitte rør")
def test_of_many_texts_that_are_missing_it_is_the_first_of_the_index_that_is_named(folder):
    line = f"  - {{lov: LOV-2001-02-03-%d, lovsted: § 1, ledd: 1, avtrykk: {'0' * 64}}}\n"
    (folder / "lovtekst").mkdir()
    index = "per_dato: 2026-07-02\ntekster:\n" + "".join(line % number for number in (30, *range(10, 30)))
    (folder / "lovtekst" / "innhold.yaml").write_text(index, "utf-8")
    with pytest.raises(Unusable, match=r"lov-2001-02-03-30\.md kan ikke leses"):
        read_stored(folder)


def test_a_pipe_is_never_waited_for(capsys, folder):
    os.mkfifo(folder / "arkiv.tar.bz2")
    assert run(capsys, "arkiv.tar.bz2")[0] == 2
    os.mkfifo(folder / "arkiv" / "rør.md")
    assert "rør.md er ikke en lovtekst" in run(capsys, "arkiv")[2]


def test_stored_texts_that_are_missing_or_changed_by_hand_end_2_with_the_remedy(capsys, folder):
    stored = folder / "data" / "nasjonalt" / "lovtekst"
    path = stored / "lov-2001-02-03-4.md"
    path.write_text(path.read_text("utf-8").replace("4 år", "5 år"), "utf-8")
    status, _, err = run(capsys, "arkiv")
    assert status == 2 and "§ 1-2 a stemmer ikke med innhold.yaml" in err and "planstrategi.lawtexts.store" in err
    path.unlink()
    assert "lov-2001-02-03-4.md kan ikke leses" in run(capsys, "arkiv")[2]
    (stored / "innhold.yaml").unlink()
    assert "ingen lovtekster er lagret" in run(capsys, "arkiv")[2]
    (folder / "data" / "nasjonalt" / "lovkrav.yaml").unlink()
    assert "FIL001" in run(capsys, "arkiv")[2]


def test_storing_keeps_only_what_is_cited_and_says_from_where(folder):
    stored = folder / "data" / "nasjonalt" / "lovtekst"
    assert sorted(path.name for path in stored.iterdir()) == [
        "forskrift-1995-09-20-4146.md", "innhold.yaml", "lov-2001-02-03-4.md",
    ]  # fmt: skip
    assert (stored / "lov-2001-02-03-4.md").read_text("utf-8") == (
        '---\ntittel: "Lov om prøving (prøveloven)"\nrefid: "lov/2001-02-03-4"\nlovdata_dato: "2026-07-02"\n'
        'kilde: "Lovdata"\nlisens: "NLOD 2.0"\n---\n\n# Lov om prøving (prøveloven)\n\n## Kapittel 1. Innledning\n\n'
        "#### § 1-1. Formål\n\nLoven gjelder for alle, jf. kapittel 2.\n\nKommunen skal etter§ 1-2første ledd ha:\n\n"
        "- en plan\n- en oversikt, jf. §§ 3 -5\n\n#### § 1-2 a. Planen\n\nPlanen gjelder i 4 år.\n"
    )
    index = (stored / "innhold.yaml").read_text("utf-8").splitlines()
    assert index[0] == "# yaml-language-server: $schema=../../skjema/lovtekst.schema.json"
    assert [line.split(", avtrykk")[0] for line in index[4:]] == [
        "  - {lov: FOR-1995-09-20-4146, lovsted: pkt. 4, ledd: 1",
        "  - {lov: LOV-2001-02-03-4, lovsted: § 1-1, ledd: 2",
        "  - {lov: LOV-2001-02-03-4, lovsted: § 1-2 a, ledd: 1",
    ]


def test_storing_anew_makes_a_judged_change_the_text_that_is_compared_with(capsys, folder):
    change(folder, "- en oversikt", "- et regnskap")
    (folder / "data" / "nasjonalt" / "lovtekst" / "lov-1999-01-01-1.md").write_text("eldre", "utf-8")
    assert run(capsys, "arkiv")[0] == 1
    assert store.store_texts(["arkiv", "data/nasjonalt"]) == 0
    assert run(capsys, "arkiv")[0] == 0
    assert not (folder / "data" / "nasjonalt" / "lovtekst" / "lov-1999-01-01-1.md").exists()


def test_storing_from_an_archive_without_a_cited_law_writes_nothing(capsys, folder):
    stored = folder / "data" / "nasjonalt" / "lovtekst"
    before = {path: path.read_bytes() for path in stored.iterdir()}
    (folder / "arkiv" / "forskrift.md").unlink()
    change(folder, "- en oversikt", "- et regnskap")
    assert store.store_texts(["arkiv"]) == 2
    assert "FOR-1995-09-20-4146 pkt. 4 er ikke i arkivet." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in stored.iterdir()} == before


def test_a_disk_that_is_full_while_texts_are_stored_leaves_those_that_were(capsys, folder, monkeypatch):
    stored = folder / "data" / "nasjonalt"
    (stored / "lovtekst" / "README.md").write_text("Hva dette er")
    before = {path: path.is_file() and path.read_bytes() for path in stored.rglob("*")}
    change(folder, "- en oversikt", "- et regnskap")

    def full(path: Path, *words: str, write=Path.write_text, **how: str) -> None:
        if path.name == "innhold.yaml":
            raise OSError(errno.ENOSPC, "full")
        write(path, *words, **how)

    monkeypatch.setattr(Path, "write_text", full)
    assert store.store_texts(["arkiv"]) == 2
    assert "Kan ikke lagre lovtekstene i data/nasjonalt/lovtekst. Disken er full." in capsys.readouterr().err
    assert {path: path.is_file() and path.read_bytes() for path in stored.rglob("*")} == before
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert store.store_texts(["arkiv"]) == 0
    assert (stored / "lovtekst" / "README.md").read_text() == "Hva dette er"


def test_storing_says_which_place_is_not_there_and_keeps_the_rest(capsys, folder):
    change(folder, "§ 1-2 a. Planen", "§ 1-3. Planen")
    assert store.store_texts(["arkiv"]) == 1
    assert capsys.readouterr().err == "LOV-2001-02-03-4 § 1-2 a er ikke i arkivet.\n"
    assert run(capsys, "arkiv")[0] == 1


def test_a_text_that_would_be_another_when_stored_is_refused(capsys, folder):
    odd = LAWS[0][1].replace(b"Planen gjelder", b"# Planen gjelder")
    assert store.store_texts([str(archive(member("nl/a.xml", odd), LAWS[1]))]) == 2
    assert "LOV-2001-02-03-4 § 1-2 a kan ikke lagres" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a", "b", "c"], ["finnes-ikke"]])
def test_storing_without_an_archive_ends_2(capsys, folder, words):
    assert store.store_texts(words) == 2
    assert capsys.readouterr().err


def test_index_stored_texts_and_catalogue_agree():
    folder = ROOT / "data" / "nasjonalt"
    stored = read_stored(folder)
    assert set(stored.prints) == set(citations(read_catalogue(folder)))
    names = {path.name for path in (folder / "lovtekst").glob("*-*-*.md")}
    assert names == {store.file_name(code) for code in stored.laws}


def test_storing_from_the_stored_texts_gives_the_same_files():
    folder = ROOT / "data" / "nasjonalt"
    files, missing = store.stored_files(LawArchive(folder / "lovtekst"), folder)
    assert not missing
    assert {name: (folder / "lovtekst" / name).read_text("utf-8") for name in files} == files


def test_every_place_is_found_in_the_archive_the_texts_were_stored_from(capsys, monkeypatch):
    given = os.environ.get("PLANSTRATEGI_LOVARKIV")
    if not given:
        pytest.skip("PLANSTRATEGI_LOVARKIV sier ikke hvor det ligger et lovarkiv")
    monkeypatch.chdir(ROOT)
    status, out, err = run(capsys, given)
    assert (status, out) == (0, "") and " 0 ikke i arkivet" in err


def test_the_help_is_in_norwegian_with_an_example(capsys):
    status, out, _ = run(capsys, "--help")
    assert status == 0 and out.startswith("bruk: planstrategi lovsjekk")
    assert "Eksempel: planstrategi lovsjekk gjeldende-lover.tar.bz2" in " ".join(out.split())


def test_valider_starts_without_what_only_lovsjekk_needs():
    code = (
        "import sys; from planstrategi.cli import main; main(['valider', sys.argv[1]]);"
        "sys.exit(str([name for name in sys.modules if name.startswith(('planstrategi.intake', 'planstrategi.law'))]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(OSTRE_TOTEN)], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "[]"
