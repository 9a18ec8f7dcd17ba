"""The draft of a register says each thing in its field, with the words a proposal rests on, and the rest in words."""

from found_rows import TABLE, drafted, row

from planstrategi.intake.found import Doubt, Proposed


def lines(*rows, **said):
    return drafted(*rows, **said).text.splitlines()


def test_a_proposal_stands_with_the_words_it_rests_on():
    made = lines(row(forslag=[("planbehov", "revisjon"), ("plantype", "temaplan")]))
    assert "    planbehov: revisjon  # foreslått av: «ord»" in made
    assert "    plantype: temaplan  # foreslått av: «ord»" in made


def test_a_plan_type_that_nobody_proposes_is_open():
    assert "    plantype: uavklart" in lines(row())


def test_the_place_in_the_document_stands_behind_the_row():
    assert "    kilde: {tabell: temaplaner, rad: 1}  # side 3, rad 1; nr. 7" in lines(row(nummer="7"))


def test_the_plans_of_one_row_are_numbered():
    made = lines(row("Nord", rad=2, delrad=1), row("Sør", rad=2, delrad=2), row("Vest", rad=3))
    assert [line.split("  #")[0] for line in made if "kilde:" in line] == [
        "    kilde: {tabell: temaplaner, rad: 2, delrad: 1}",
        "    kilde: {tabell: temaplaner, rad: 2, delrad: 2}",
        "    kilde: {tabell: temaplaner, rad: 3}",
    ]
    assert "    antall_rader: 2" in made


def test_who_is_responsible_is_declared_once_and_named_by_id():
    who = [("ansvarlig", "Helse og mestring"), ("roller", "Leder"), ("medvirkende", "Oppvekst")]
    text = drafted(row(forslag=who), row("Barneplan", forslag=[("ansvarlig", "Oppvekst"), ("roller", "Leder")])).text
    assert text.count("navn: Oppvekst\n") == 1
    assert "ansvarlig: helse-og-mestring\n    roller: [leder-helse-og-mestring]\n    medvirkende: [oppvekst]" in text
    assert "  - id: leder-oppvekst\n    navn: Leder\n    omraade: oppvekst" in text


def test_without_anyone_responsible_there_are_no_areas():
    assert "omraader: []" in lines(row())


def test_a_mark_whose_column_is_lost_is_a_reading_and_a_doubt():
    draft = drafted(row(merker_uten_aar=("X",)))
    assert 'lesninger: [{felt: aar, valgt: ukjent, grunn: "Raden er merket med «X»,' in draft.text
    assert [one.felt for one in draft.tvil[0]] == ["aar"]


def test_a_row_that_is_no_plan_is_kept_apart_with_its_amounts():
    table = TABLE._replace(merket_betyr={"": "aarsverk"})
    text = drafted(row(), row("SUM", er_plan=False, hva="sum", merker={2024: "8,5"}), tables=(table,)).text
    assert "andre_rader:\n  - navn: SUM\n    kilde: {tabell: temaplaner, rad: 2}" in text
    assert "    hva: sum\n    innsats: [{aar: 2024, aarsverk: 8.5}]\n" in text


def test_the_years_of_a_row_that_is_no_plan_are_told_in_its_remark():
    told = lines(row(), row("Flerbrukshall", er_plan=False, hva="byggeprosjekt", merker={2024: "X", 2026: "Byggestart"}))
    assert "    merknad: Trykt i årskolonnene: X i 2024, Byggestart i 2026." in "\n".join(told).replace('"', "")


def test_amounts_of_the_years_and_of_the_whole_plan_stand_together():
    table = TABLE._replace(merket_betyr={"": "timer"})
    made = lines(row(merker={2024: "40"}, forslag=[("innsats", "[{kroner: 100000}]")]), tables=(table,))
    assert "    innsats: [{aar: 2024, timer: 40}, {kroner: 100000}]" in made


def test_what_no_field_says_is_told_in_the_remark():
    text = drafted(row(kommentar="Haster", ord="Ny", vedtatt="K-sak 12/19", annet=(("Kostnad", "høy"),), merker={2024: "3"})).text
    assert "Haster. Kildens ord: Ny. Vedtatt ifølge kilden: K-sak 12/19. Trykt i årskolonnene: 3 i 2024. Kostnad: høy.\n" in text


def test_what_the_source_has_no_heading_over_is_told_in_words_that_people_use():
    text = drafted(row(annet=(("tekst", "Oppvekst"), ("skal_vedtas", "Juni 2025"), ("KDP-nr", "7")))).text
    assert '    merknad: "Oppvekst. Skal vedtas: Juni 2025. KDP-nr: 7."\n' in text


def test_a_sign_whose_meaning_is_asked_is_told_and_asked_of_once_in_its_row():
    asked = TABLE._replace(tvil=(Doubt("merket_betyr", "(X)", "Betyr «(X)» arbeid?"),))
    unexplained = Doubt("merker", "(x)", "Kilden forklarer ikke parentesen. Er året merket som de andre?")
    draft = drafted(row(merker={2024: "x", 2025: "(x)"}, tvil=(unexplained,)), tables=(asked,))
    assert "    merket_betyr: {x: arbeid}\n" in draft.text
    assert "    aar: [2024, 2025]\n    merker: {2024: x}\n" in draft.text and "Trykt i årskolonnene: (x) i 2025." in draft.text
    assert draft.tvil[0] == [unexplained]


def test_what_a_mark_means_is_left_out_where_nobody_says_it():
    assert not any("merket_betyr" in line for line in lines(row(), tables=(TABLE._replace(merket_betyr={}),)))
    assert "    merket_betyr: arbeid" in lines(row())
    assert "    merket_betyr: {O: oppstart, V: vedtak}" in lines(
        row(), tables=(TABLE._replace(merket_betyr={"O": "oppstart", "V": "vedtak"}),)
    )


def test_a_proposal_that_would_need_an_id_is_asked_about():
    draft = drafted(row(forslag=[("erstattes_av_omtalt", '"regional plan"')]))
    assert "erstattes_av_omtalt" not in draft.text
    assert [one.felt for one in draft.tvil[0]] == ["erstattes_av_omtalt"]


def test_a_proposal_that_cannot_stand_is_taken_out_and_asked_about():
    draft = drafted(
        row(forslag=[("vedtatt", "2029"), ("plantype", "x")]), dropped={(0, "vedtatt"): "For sent.", (0, "plantype"): "?"}
    )
    assert "vedtatt:" not in draft.text and "    plantype: uavklart\n" in draft.text
    assert "Skal vedtatt være 2029? Det står ikke i utkastet: For sent." in [one.spoersmaal for one in draft.tvil[0]]


def test_each_line_of_a_row_is_known_by_the_row_and_its_field():
    draft = drafted(row(kommentar="x"), row("Veiplan"))
    text = draft.text.splitlines()
    assert len(draft.keys) == len(text)
    assert draft.keys[text.index("    navn: Veiplan")] == (1, "navn")
    assert draft.keys[text.index("    merknad: x.")] == (0, "merknad")


def test_a_mark_without_its_year_is_not_asked_of_where_the_table_is():
    table = TABLE._replace(tvil=(Doubt("aar", "Etter 2027", "Hvilket år gjelder merkene?"),))
    assert drafted(row(merker_uten_aar=("X",)), tables=(table,)).tvil == {0: []}
    assert [one.felt for one in drafted(row(merker_uten_aar=("X",))).tvil[0]] == ["aar"]


def test_a_cell_of_the_adoption_that_is_empty_or_says_ny_is_not_told_as_one():
    for cell in ("–", "Ny"):
        assert "Vedtatt ifølge" not in drafted(row(vedtatt=cell, forslag=[Proposed("planbehov", "ny", "Ny plan")])).text
    assert "Vedtatt ifølge kilden: i fjor" in drafted(row(vedtatt="i fjor")).text
