"""The facts that are proposed of a row, and what is doubted."""

import pytest

from planstrategi.intake.facts import facts_in, moment_code, other_row, span_of


def proposed(**cells):
    return {one.felt: one.verdi for one in facts_in(cells).forslag}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("21.06.2018", "2018-06-21"), ("14.06.22", "2022-06-14"), ("5.sept.-24", "2024-09-05"), ("juni 2024", "2024-06"),
        ("hausten 2025", "2025-host"), ("2. halvår 2024", "2024-H2"), ("3. kvartal 2025", "2025-K3"), ("3. kv. 2025", "2025-K3"),
        ("utgangen av 2026", "2026-12-31"), ("2027", "2027"),
        ("sommeren 2025", "2025"), ("31.02.2024", "2024"),
    ],
)  # fmt: skip
def test_a_moment_is_no_more_precise_than_its_words(words, code):
    assert moment_code(words) == code


def test_a_span_of_years_may_be_written_short():
    assert [span_of(text) for text in ("2024-27", "2024–2027", "2013/17", "2027-2024", "2024")] == [
        (2024, 2027),
        (2024, 2027),
        (2013, 2017),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("comment", "facts"),
    [
        ("Revideres ikke i perioden", {"planbehov": "viderefores"}),
        ("Behov for revisjon av handlingsdel i strategien.", {"planbehov": "rullering_av_handlingsdel"}),
        ("Vedtatt 2024, ikke behov for revisjon.", {"vedtatt": "2024", "planbehov": "viderefores"}),
        ("Ferdigstillelse ved utgangen av 2026.", {"ferdig": "2026-12-31"}),
        ("Ventes vedtatt i 2025.", {"skal_vedtas": "2025"}),
        ("Vert vedteken hausten 2025", {"skal_vedtas": "2025-host"}),
        ("Planen ble ikke vedtatt i 2020.", {}),
        ("Arbeidet pågår ikke", {}),
        ("Skal rulleres innen utgangen av 2026", {"planbehov": "revisjon", "ferdig": "2026-12-31"}),
        ("Må avklarast", {"planbehov": "avklares"}),
        ("Avventar vedtak i Hallingtinget.", {"status": "venter", "venter_paa": '[{hva: "vedtak i Hallingtinget"}]'}),
        ("Under arbeid, planlagt vedtatt 2. halvår 2024.", {"status": "under_arbeid", "skal_vedtas": "2024-H2"}),
        ("Det er varslet oppstart og planarbeidet er i en tidlig fase.", {"status": "oppstart_varslet"}),
        ("Planprosess ikke påbegynt.", {"status": "ikke_startet"}),
        ("Lovfestet i barnevernsloven § 15-1.", {"statutter": '[{lov: "barnevernsloven", paragraf: "§ 15-1", gjelder: "plan"}]'}),
        ("Alkoholloven § 1-7 d krever det.", {"statutter": '[{lov: "alkoholloven", paragraf: "§ 1-7 d", gjelder: "plan"}]'}),
        ("Kravet i alkoholloven § 1-7 i dag", {"statutter": '[{lov: "alkoholloven", paragraf: "§ 1-7", gjelder: "plan"}]'}),
        ("Dagens gjelder for 2024–2026.", {"gyldig_fra": "2024", "gyldig_til": "2026"}),
        ("Blir i løpet av perioden erstatta av ny regional plan", {"planbehov": "erstattes"}),
        ("Vidareføring", {"planbehov": "viderefores"}),
        ("Vert avvikla", {"planbehov": "utgaar"}),
        ("Videreføring. Tiltakslisten oppdateres ved behov.", {"planbehov": "viderefores"}),
        ("Videreføres. Handlingsdelen rulleres.", {"planbehov": "rullering_av_handlingsdel"}),
        ("Ny. Samler mål på tvers.", {"planbehov": "ny"}),
        ("Gjennomføres 2024–2026.", {"oppstart": "2024", "ferdig": "2026"}),
        ("Gjennomførast i perioden 2025-2027", {"oppstart": "2025", "ferdig": "2027"}),
    ],
)
def test_a_comment_proposes_facts(comment, facts):
    assert facts.items() <= proposed(kommentar=comment).items()


def test_each_column_is_read_for_what_it_holds():
    assert proposed(vedtatt="06.09.2011, sak K 38/11")["vedtatt"] == "2011-09-06"
    assert proposed(vedtatt="Ny plan")["planbehov"] == "ny"
    assert proposed(skal_vedtas="2026")["skal_vedtas"] == "2026"
    assert proposed(timer="600 t", kroner="1.000.000")["innsats"] == "[{timer: 600, kroner: 1000000}]"
    assert proposed(avsnitt="Må utarbeides grunnet lovkrav i 2024")["hast"] == "Må utarbeides grunnet lovkrav i 2024"


def test_a_date_is_of_one_thing():
    assert "vedtatt" not in proposed(vedtatt="Utarbeida i 2006")
    assert proposed(kommentar="Oppstart 2025, ferdig 2026.") == {"oppstart": "2025", "ferdig": "2026"}


def test_each_fact_has_the_words_it_rests_on():
    words = {one.felt: one.ord for one in facts_in({"kommentar": "Vedtatt 12.03.2019, sak 12/19. Behov for revisjon."}).forslag}
    assert words == {"vedtatt": "Vedtatt 12.03.2019", "planbehov": "revisjon"}


def test_a_row_that_says_two_things_is_doubted():
    assert [one.felt for one in facts_in({"ord": "Revidering/ny plan i perioden"}).tvil] == ["planbehov"]
    assert facts_in({"ord": "Revidering i perioden"}).tvil == ()


def test_years_in_a_comment_are_asked_of_where_no_word_says_what_they_are_of_or_they_are_two():
    texts = ("2025", "2025–2026", "2025/2026", "2025 – 2026", "2026, ansvar: HO", "Gjennomføres 2025 og 2027")
    asked = [[one.felt for one in facts_in({"kommentar": text}).tvil] for text in texts]
    assert asked == [["aar"]] * 5 + [["oppstart", "ferdig"]]
    assert facts_in({"kommentar": "Gjennomføres 2025."}).tvil == ()


def test_a_moment_is_asked_of_where_its_cell_has_another():
    for text in ("2024; høst 2026", "2024, 2026", "vår 2024 og 2026", "2024 samt 2026"):
        (asked,) = facts_in({"oppstart": text}).tvil
        assert (asked.felt, asked.spoersmaal) == ("oppstart", f"Kilden skriver «{text}». Skal det stå likevel?")
    assert facts_in({"oppstart": "2024, av staben"}).tvil == ()


def test_a_year_after_what_is_new_is_asked_of():
    for text in ("Ny 2026", "Ny i 2026", "Ny strategi 2026"):
        assert [one.felt for one in facts_in({"ord": text}).tvil] == ["aar"], text


def test_a_condition_is_of_the_sentence_that_it_stands_in():
    assert facts_in({"kommentar": "Revidering. Behovet for boliger vurderes."}).tvil == ()
    assert facts_in({"kommentar": "Revidering vurderes."}).tvil != ()


def test_what_is_to_be_settled_is_asked():
    assert [one.ord for one in facts_in({"kommentar": "Videre prosess ikke avklart."}).tvil] == ["ikke avklart"]


def test_a_decision_on_a_new_plan_may_be_its_order():
    assert [one.felt for one in facts_in({"ord": "Ny", "kommentar": "Vedtatt i KS 09.06.2020"}).tvil] == ["vedtatt"]


def test_the_plan_type_is_read_of_the_name_before_the_heading():
    assert proposed(navn="Lena nord (detaljreguleringsplan)")["plantype"] == "detaljregulering"
    assert proposed(navn="Kulturminner", avsnitt="Temaplan/fagplan")["plantype"] == "temaplan"
    assert proposed(navn="Økonomi- og handlingsplan")["plantype"] == "okonomiplan"
    assert proposed(navn="Badekvartalet", avsnitt="Område-/detaljreguleringsplaner")["plantype"] == "uavklart"
    assert "plantype" not in proposed(navn="Badekvartalet", avsnitt="Planstrategi")


@pytest.mark.parametrize(
    ("name", "hva", "asked"),
    [
        ("SUM", "sum", False), ("Tilgjengelig planressurs", "sum", False), ("Differanse", "sum", False),
        ("Til saman", "sum", False),
        ("Behandling av private reguleringsplaner", "saksbehandling", False),
        ("Utbyggingsavtaler", "saksbehandling", False), ("Private reguleringsforslag", "saksbehandling", False),
        ("Tilstandsvurdering av kommunale bygg", "utredning", True),
        ("Prosjektledelse Fjordbykontoret", "prosjektledelse", False), ("Mulighetsstudie Store Gilhus", "utredning", True),
        ("Kommunen skal iverksette planvask", "annet", True), ("Ledelse og administrasjon", "annet", True),
        ("Ledelsesstrategi", "", False), ("Samfunnssikkerhet", "", False), ("Badekvartalet", "", False),
        ("Overskuddsmasser", "", False), ("Total beredskapsplan", "", False), ("Dispensasjonspraksis", "", False),
    ],
)  # fmt: skip
def test_a_row_that_is_no_plan_is_told_and_asked_where_it_is_not_plain(name, hva, asked):
    found = other_row(name)
    assert (found[0], bool(found[1])) == (hva, asked)


def test_a_building_project_is_told_by_what_stands_beside_it():
    assert other_row("Geilo Arena", "Større prosjekt", "Prosjekt i gang")[0] == "byggeprosjekt"
    assert other_row("Områderegulering Geilo", "Større prosjekt", "Prosjekt i gang")[0] == ""


def test_another_plan_may_be_the_one_that_goes_out():
    found = facts_in({"kommentar": "Erstatter to planer, som begge går ut når planen er vedtatt"})
    assert [doubt.felt for doubt in found.tvil] == ["planbehov", "erstattes_av"]
    assert not facts_in({"kommentar": "Utgår"}).tvil


@pytest.mark.parametrize(
    ("heading", "need"),
    [("Planer som oppheves", "oppheves"), ("Planar som skal opphevast", "oppheves"), ("Planer som skal utgår", "utgaar"),
     ("Planer som ikke oppheves, men revideres", None), ("Oppheves", "oppheves"),
     ("Nye planer", "ny"), ("Nye planer og revisjoner", None), ("Planar som skal rullerast", "revisjon"),
     ("Vidareførte planar", "viderefores"), ("Planer som videreføres uendret", "viderefores")],
)  # fmt: skip
def test_a_heading_of_what_is_decided_for_plans_speaks_for_each(heading, need):
    assert proposed(avsnitt=heading, navn="Kulturplan").get("planbehov") == need


def test_a_group_of_this_or_that_is_asked_of():
    assert [doubt.felt for doubt in facts_in({"avsnitt": "Prioritet 1 – lovpålagt eller påbegynt"}).tvil] == ["status"]
    assert not facts_in({"avsnitt": "Påbegynte planer under arbeid"}).tvil


def test_a_group_that_waits_for_the_next_period_is_asked_of():
    found = facts_in({"avsnitt": "Kan vente til neste periode"})
    assert ([one.verdi for one in found.forslag], [doubt.felt for doubt in found.tvil]) == (["neste_periode"], ["planbehov"])


def test_a_law_may_be_named_by_what_it_is_about():
    assert proposed(hjemmel="Lov om helsemessig og sosial beredskap § 2-2") == {
        "statutter": '[{lov: "lov om helsemessig og sosial beredskap", paragraf: "§ 2-2", gjelder: "plan"}]'
    }


def test_what_is_done_each_year_may_be_a_part_of_the_plan():
    facts = proposed(kommentar="Handlingsprogrammet vert rullert årleg")
    assert facts == {"aarlig": "[handlingsdel]", "planbehov": "rullering_av_handlingsdel"}


def test_a_column_of_status_is_read_as_status():
    assert proposed(status="Ikke startet") == {"status": "ikke_startet"}
    assert proposed(status="Oppheves") == {"planbehov": "oppheves"}


def test_the_year_of_what_a_plan_replaces_is_not_that_of_the_plan():
    found = facts_in({"kommentar": "Erstatter klimaplan fra 2012"})
    assert [one.felt for one in found.forslag] == [doubt.felt for doubt in found.tvil] == ["erstattes_av"]


@pytest.mark.parametrize("said", ["Ny", "Ny.", "Ny, haster", "Ny (2026)"])
def test_a_comment_that_only_says_ny_proposes_a_new_plan(said):
    assert facts_in({"navn": "Kulturplan", "kommentar": said}).forslag[0][:2] == ("planbehov", "ny")
    assert facts_in({"navn": "Kulturplan", "kommentar": "Ny lov er ventet"}).forslag == ()


def test_what_a_plan_replaces_is_proposed_with_a_question():
    told = facts_in({"navn": "Kulturplan", "kommentar": "Erstatter temaplan for bibliotek."})
    assert [(one.felt, one.verdi) for one in told.forslag] == [("erstattes_av", '"temaplan for bibliotek"')]
    assert [(one.felt, one.ord) for one in told.tvil] == [("erstattes_av", "Erstatter temaplan for bibliotek")]


@pytest.mark.parametrize("column", ["kommentar", "ord", "status", "vedtatt"])
def test_a_final_hearing_that_is_planned_keeps_its_month_and_is_no_adoption(column):
    told = facts_in({"navn": "Kulturplan", column: "Sluttbehandling juni 2024"})
    assert [(one.felt, one.verdi) for one in told.forslag if one.felt in ("skal_vedtas", "vedtatt")] == [
        ("skal_vedtas", "2024-06")
    ]


def test_when_the_work_begins_and_ends_may_stand_in_a_column_of_its_stage():
    assert proposed(status="Oppstart 2025, vedtas 2026") == {"oppstart": "2025", "skal_vedtas": "2026"}
    assert proposed(status="Ferdig 2026") == {"ferdig": "2026"}


def test_an_adoption_in_a_column_of_its_own_is_that_of_the_plan_that_a_new_one_comes_after():
    assert facts_in({"ord": "Ny plan", "vedtatt": "09.06.2014"}).tvil == ()


@pytest.mark.parametrize(
    ("said", "need"),
    [("Rulleres ikke", "viderefores"), ("Vert ikkje revidert", "viderefores"), ("Skal ikke oppheves", "avklares"),
     ("Ikke ny plan", "avklares"), ("Videreføres ikke", "avklares"), ("Ny handlingsdel", "rullering_av_handlingsdel"),
     ("Delrevisjon", "revisjon"), ("Hovedrullering", "full_revisjon"), ("Opprettholdes", "viderefores")],
)  # fmt: skip
def test_what_is_not_to_be_done_is_never_read_as_if_it_were(said, need):
    found = facts_in({"ord": said})
    assert [one.verdi for one in found.forslag if one.felt == "planbehov"] == [need]
    assert bool(found.tvil) == (need == "avklares")


@pytest.mark.parametrize(
    ("column", "cell", "values"),
    [
        ("skal_vedtas", "Årshjul 2026", ["2026"]),
        ("skal_vedtas", "sommar 2026", ["2026"]),
        ("vedtatt", "2024/2045", []),
        ("vedtatt", "K-sak 34/2019", ["2019"]),
    ],
)
def test_the_end_of_a_word_is_no_month_and_the_number_of_a_case_no_year(column, cell, values):
    assert [one.verdi for one in facts_in({column: cell}).forslag if one.felt == column] == values


def test_who_has_ordered_a_plan_and_how_long_it_is_valid_may_have_columns_of_their_own():
    said = proposed(bestiller="Formannskapet", gyldig_til="2030", oppstart="3. kvartal 2025")
    assert said == {"bestiller": "Formannskapet", "gyldig_til": "2030", "oppstart": "2025-K3"}
    assert proposed(gyldig_til="2019–2031") == {"gyldig_fra": "2019", "gyldig_til": "2031"}


def test_a_plan_that_is_replaced_and_is_no_more_is_no_contradiction():
    assert "planbehov" not in [one.felt for one in facts_in({"kommentar": "Planen utgår og erstattes av helseplanen."}).tvil]
    assert "planbehov" in [one.felt for one in facts_in({"kommentar": "Planen utgår. Rulleres i 2026."}).tvil]


@pytest.mark.parametrize(
    ("comment", "fact", "asked"),
    [
        ("Planprogram vedteke i 2023", "status", "status"), ("Planprogrammet ble fastsatt i 2023", "status", "status"),
        ("Planprogram er vedtatt, planen ventes vedtatt i 2026", "skal_vedtas", ""),
        ("Følger av vedtak i 2023", "skal_vedtas", "skal_vedtas"), ("Vedtak i 2026", "skal_vedtas", ""),
    ],
)  # fmt: skip
def test_the_decision_of_something_else_is_none_of_the_plan(comment, fact, asked):
    found = facts_in({"kommentar": comment})
    assert ([one.felt for one in found.forslag], [one.felt for one in found.tvil]) == ([fact], [asked] if asked else [])


@pytest.mark.parametrize(
    "remark",
    [
        "Planprogram vedtatt juni 2025", "Planprogrammet ble vedtatt 12.06.2025", "Vedtatt lagt ut på høring 2025",
        "Forrige revisjon ble vedtatt i 2012", "Vedtatt i formannskapet 2025", "Vedtatt 2019",
    ],
)  # fmt: skip
def test_the_column_of_the_adoption_is_not_overruled_by_the_adoption_of_something_else(remark):
    found = facts_in({"vedtatt": "2019", "kommentar": remark})
    assert {one.felt: one.verdi for one in found.forslag}["vedtatt"] == "2019"
    assert "vedtatt" not in [doubt.felt for doubt in found.tvil]


def test_a_remark_that_says_another_date_than_the_column_of_it_is_asked_of():
    found = facts_in({"vedtatt": "2019", "ferdig": "2027", "kommentar": "Vedtatt 2024. Ferdigstilles i 2028."})
    assert [(one.felt, one.verdi) for one in found.forslag if one.felt in ("vedtatt", "ferdig")] == [
        ("ferdig", "2027"),
        ("vedtatt", "2019"),
    ]
    assert {(doubt.felt, doubt.ord) for doubt in found.tvil} == {("vedtatt", "Vedtatt 2024"), ("ferdig", "Ferdigstilles i 2028")}


def test_what_only_may_be_the_adoption_is_asked_of_where_no_column_says_it():
    assert "vedtatt" not in proposed(kommentar="Planprogram vedtatt juni 2025")
    for remark in ("Forrige plan vedtatt 2012", "Vedtatt i formannskapet 2012"):
        found = facts_in({"kommentar": remark})
        assert ([one.verdi for one in found.forslag], [doubt.felt for doubt in found.tvil]) == (["2012"], ["vedtatt"])


def test_a_date_that_is_sure_is_not_overruled_by_one_that_is_asked_of():
    found = facts_in({"kommentar": "Forrige plan vedtatt 2012. Vedtatt 2019."})
    assert ([one.verdi for one in found.forslag], found.tvil) == (["2019"], ())


def test_what_a_plan_waits_for_is_named_without_the_word_before_it():
    assert proposed(kommentar="Oppstart etter at samfunnsdelen er vedteken")["venter_paa"] == '[{hva: "samfunnsdelen"}]'


@pytest.mark.parametrize(
    ("need", "said", "asked"),
    [
        ("revisjon", "Vert revidert", False), ("revisjon", "Blir rullert", False), ("revisjon", "Skal bli revidert", False),
        ("mindre_endring", "Blir oppdatert", False),
        ("oppheves", "Vert oppheva", False), ("viderefores", "Vert ført vidare utan endring", False),
        ("viderefores", "Blir ført videre", False), ("utgaar", "Vert teken ut", True), ("utgaar", "Blir tatt ut", True),
        ("erstattes", "Slås sammen med klimaplanen", True), ("erstattes", "Vert slått saman med klimaplanen", True),
        ("erstattes", "Vert erstatta av ny klimaplan", True), ("avklares", "Behovet avklares høsten 2026", True),
        ("ny", "Vert utarbeidd", True), ("viderefores", "Vert ikkje revidert", False), ("avklares", "Vert ikkje oppheva", True),
    ],
)  # fmt: skip
def test_what_is_decided_may_be_said_with_an_auxiliary_verb(need, said, asked):
    found = facts_in({"kommentar": said})
    assert [one.verdi for one in found.forslag if one.felt == "planbehov"] == [need]
    assert bool(found.tvil) == asked


def test_what_has_been_decided_before_or_is_denied_is_no_decision():
    assert "planbehov" not in proposed(kommentar="Ble revidert i 2019")
    assert [doubt.felt for doubt in facts_in({"kommentar": "Siste revisjon 2019"}).tvil] == ["planbehov"]


@pytest.mark.parametrize(
    ("name", "heading", "kind"),
    [
        ("Beredskapsplan med helhetlig ROS-analyse", "Temaplaner", "temaplan"), ("Helhetlig ROS-analyse", "", "oversikt"),
        ("Oppvekstplan", "Planar innan oppvekst og temaplanar", "uavklart"),
        ("Saneringsplan for avløp", "Tabell 3: Områdereguleringer og tekniske planer", "uavklart"),
        ("Økonomi- og handlingsplan", "", "okonomiplan"),
        ("Kommunedelplan for Skulestadmo", "", "uavklart"), ("Kommunedelplan for skulestruktur", "", "tematisk-kommunedelplan"),
        ("Handlingsplan til kommunedelplan helse", "", "handlingsplan"), ("Rosendal temaplan", "", "temaplan"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_what_a_plan_is_tells_nothing_of_its_type(name, heading, kind):
    assert proposed(navn=name, avsnitt=heading)["plantype"] == kind


def test_a_day_in_a_remark_is_more_precise_than_its_year_in_a_column():
    assert proposed(vedtatt="2020", kommentar="Vedtatt 18. juni 2020")["vedtatt"] == "2020-06-18"
    assert proposed(vedtatt="2021", kommentar="Vedtatt 18. juni 2020")["vedtatt"] == "2021"


@pytest.mark.parametrize(
    ("comment", "asked"),
    [
        ("Starter når samfunnsdelen er på høring", ["status"]),
        ("Startar når reguleringsplanen er vedteken 2024", ["vedtatt"]),
        ("Samfunnsdelen er under arbeid, og denne venter", ["status"]),
        ("Arealdelen er på høring", []),
        ("Samfunnsdelen er vedtatt. På høring", []),
        ("Tre søknader om lokaliteter ligger til behandling.", ["status"]),
    ],
)
def test_what_is_said_of_another_plan_is_asked_of(comment, asked):
    found = facts_in({"navn": "Kommuneplanens arealdel", "kommentar": comment})
    assert [doubt.felt for doubt in found.tvil] == asked


@pytest.mark.parametrize(
    ("comment", "asked"),
    [
        ("Oppstart 2026 dersom det er midler", ["oppstart"]),
        ("Vedtas om mulig i 2026", ["skal_vedtas"]),
        ("Avhenger av tilskudd fra fylket", []),
        ("Ved behov: revideres i perioden", ["planbehov"]),
        ("Oppstart 2026. Det er mulig med bidrag", []),
        ("Vedtatt i 2019", []),
        ("Skal være ferdig før budsjettet for 2027", ["ferdig"]),
        ("Ferdig før 2027", ["ferdig"]),
        ("Ferdig til høring våren 2026", ["ferdig"]),
        ("Ferdig før sommeren 2025", []),
        ("Ferdig våren 2025", []),
    ],
)
def test_what_stands_on_a_condition_in_its_sentence_or_before_something_of_a_year_is_asked_of(comment, asked):
    assert [one.felt for one in facts_in({"kommentar": comment}).tvil] == asked


def test_a_hearing_of_the_programme_is_none_of_the_plan():
    for comment in ("Planprogram er på høring", "Planprogrammet er til høring"):
        assert proposed(kommentar=comment)["status"] == "under_arbeid"
    assert proposed(kommentar="Planen er på høring")["status"] == "til_behandling"


def test_what_is_done_every_year_may_stand_below_when():
    assert proposed(tidsrom="Årlig")["aarlig"] == "[planen]"


def test_what_is_done_every_year_may_be_a_part_of_the_plan():
    assert proposed(kommentar="Handlingsprogrammet blir rullert kvart år")["aarlig"] == "[handlingsdel]"
    assert proposed(kommentar="Tiltaksplanen oppdateres hvert år")["aarlig"] == "[handlingsplan]"
    listed = {"kommentar": "Tiltaksliste rulleres årlig", "ord": "Revisjon"}
    assert proposed(**listed) == {"planbehov": "revisjon", "aarlig": "[handlingsdel]"}
    assert [one.felt for one in facts_in(listed).tvil] == ["aarlig"]
    whole = facts_in({"kommentar": "Handlingsprogrammet blir rullert kvart år, heile planen i 2027"})
    assert [one.felt for one in whole.tvil] == ["planbehov"]


def test_that_it_is_not_clear_may_stand_before_what_a_letter_of_the_row_stands_for():
    assert proposed(ord="Avklares; oppstart")["planbehov"] == "avklares"


def test_what_is_waited_for_may_stand_below_when():
    assert proposed(tidsrom="Avventer samfunnsdelen") == {"status": "venter", "venter_paa": '[{hva: "samfunnsdelen"}]'}


def test_that_nobody_is_responsible_yet_says_nothing_of_the_plan_and_is_asked_of():
    told = ("Ansvar ikkje avklart", "Ansvar må avklares", "Ansvar: ikke avklart", "Ansvarleg: ikkje fastsett")
    for cells in (*({"kommentar": text} for text in told), {"ansvarlig": "Ikke avklart"}):
        found = facts_in(cells)
        assert (found.forslag, [one.felt for one in found.tvil]) == ((), ["ansvarlig"])


@pytest.mark.parametrize("name", ["Oppdatering av planregister og kart", "Ajourhold av kartverk", "Vedlikehold av planbasen"])
def test_the_upkeep_of_registers_and_maps_is_asked_of_as_no_plan(name):
    assert other_row(name) == ("annet", "Er dette en oppgave og ikke en plan?")
    assert other_row("Oppdatering av plan for kulturminner") == ("", "")


@pytest.mark.parametrize(
    "name",
    [
        "Oppmåling og ajourhold av kart",
        "Gjennomgang av reglement",
        "Medverknad frå eldrerådet",
        "Innkjøp",
        "Innbyggerundersøkelse",
        "Vurdering av samarbeid om byggesak",
    ],
)
def test_a_name_that_begins_with_what_is_done_is_asked_of_as_no_plan(name):
    assert other_row(name) == ("annet", "Er dette en oppgave og ikke en plan?")
    assert [other_row(plan) for plan in ("Kartstrategi og ajourføring av kart", "Tilsynsplan", "Plan for innkjøp")] == [
        ("", "")
    ] * 3


@pytest.mark.parametrize("cells", [{"ord": "R"}, {"status": "●"}, {"kommentar": "2025"}])
def test_a_sign_or_a_year_alone_is_asked_of_and_says_nothing_for_certain(cells):
    found = facts_in(cells)
    assert (found.forslag, len(found.tvil)) == ((), 1)


@pytest.mark.parametrize(
    ("column", "words", "field"),
    [
        # what is done is not to be done
        ("kommentar", "Full revisjon ble gjennomført i 2021.", "planbehov"),
        ("kommentar", "Revisjon vedteken i 2022", "planbehov"),
        ("kommentar", "Ny plan ble vedtatt i 2023.", "planbehov"), ("kommentar", "Oppdatert i 2021.", "planbehov"),
        ("ord", "Utarbeidet", "planbehov"), ("ord", "Forlenget i 2020", "planbehov"), ("status", "Opphevet", "planbehov"),
        ("ord", "Videreført fra forrige planstrategi", "planbehov"), ("vedtatt", "Ny plan vedtatt 2022", "planbehov"),
        ("avsnitt", "Planer som ble opphevet", "planbehov"), ("avsnitt", "Nye planer i forrige periode", "planbehov"),
        ("kommentar", "Var under arbeid i 2022", "status"), ("kommentar", "Sluttbehandlet i juni 2023", "status"),
        # nor is what is denied, or what is not yet
        ("kommentar", "Revideres ikke før 2028", "planbehov"), ("kommentar", "Det skal ikke utarbeides ny plan.", "planbehov"),
        ("kommentar", "Full revisjon er ikke nødvendig.", "planbehov"), ("avsnitt", "Planer uten oppstart i 2026", "oppstart"),
        ("kommentar", "Ikke behov for ny plan, men den må revideres.", "planbehov"), ("ord", "Ny?", "planbehov"),
        ("ord", "Videreføres med endringer", "planbehov"), ("ord", "Ny eller revidert", "planbehov"),
        ("ord", "Revideres etter 2027", "planbehov"), ("avsnitt", "Planer som ikke er under arbeid", "status"),
        ("kommentar", "Planarbeidet er stoppa", "status"), ("kommentar", "Skal på høring i 2026", "status"),
        ("kommentar", "Oppstart varsles i 2026", "status"), ("status", "Planen gjelder ikke lenger", "status"),
        ("kommentar", "Skulle vært vedtatt i 2022", "vedtatt"), ("kommentar", "Skal være vedtatt i 2026", "vedtatt"),
        ("kommentar", "Skal være revidert i 2026", "revidert"), ("vedtatt", "Ikke vedtatt (utkast 2019)", "vedtatt"),
        ("vedtatt", "Opphevet 2020", "vedtatt"), ("ferdig", "Ikke før 2026", "ferdig"),
        ("kommentar", "Ferdig tidligst 2026", "ferdig"),
        ("kommentar", "Oppstart etter 2026", "oppstart"), ("kommentar", "Oppstart etter sommeren 2025", "venter_paa"),
        ("kommentar", "Straks planen er vedtatt, bygges skolen", "venter_paa"),
        # and much is of something else than the plan
        ("kommentar", "Årlig tilskudd fra staten", "aarlig"), ("kommentar", "Deler av planen oppheves", "planbehov"),
        ("kommentar", "Reguleringsplan for Moen oppheves samtidig", "planbehov"), ("kommentar", "Går ut på høring", "planbehov"),
        ("kommentar", "Tiltakene innarbeides i økonomiplanen", "planbehov"), ("kommentar", "Kun mindre tilskudd", "planbehov"),
        ("kommentar", "Ses i sammenheng med ny temaplan", "planbehov"),
        ("kommentar", "Ses i sammenheng med arealdelen, som revideres i 2026", "planbehov"),
        ("kommentar", "Avventer rullering av regional plan", "planbehov"), ("kommentar", "Har vore på høyring", "status"),
        ("kommentar", "Ikkje prioritert i førre periode", "planbehov"),
        ("kommentar", "Vedtatt i komité for helse 2020", "vedtatt"),
        ("kommentar", "Ses på ved revisjon av arealdelen", "planbehov"),
        ("kommentar", "Hele planen skal digitaliseres", "planbehov"), ("ord", "Nye føringer fra staten", "planbehov"),
        ("ord", "Gjelder bare sentrum", "planbehov"), ("ord", "Består av fire deler", "planbehov"),
        ("navn", "Revidert plan for idrett", "planbehov"), ("kommentar", "Ny lov er på høring", "status"),
        ("kommentar", "Etter en mulighetsstudie er skolen valgt", "status"), ("kommentar", "Loven ble vedtatt i 2011", "vedtatt"),
        ("kommentar", "Godkjent av Statsforvalteren i 2020", "vedtatt"),
        ("kommentar", "Vedtak i 2021 om å lage planen", "skal_vedtas"),
        ("kommentar", "Budsjettet vedtas i 2025", "skal_vedtas"), ("avsnitt", "Planer etter vedtak i 2023", "skal_vedtas"),
        ("kommentar", "Medvirkning gjennomføres i 2025–2026", "ferdig"), ("kommentar", "Lagt ut 2023", "gyldig_til"),
        ("kommentar", "Skolen ferdigstilles i 2026", "ferdig"), ("kommentar", "Bygging starter i 2026", "oppstart"),
        ("kommentar", "Avtalen gjelder til 2026", "gyldig_til"), ("kommentar", "Fra 2025", "datert"),
        ("kommentar", "Handlingsdelen ble rullert i 2023", "revidert"),
        ("kommentar", "Ny handlingsdel vedtatt i 2023", "vedtatt"),
        ("kommentar", "Pågående krig i Europa gjør planen aktuell", "status"), ("vedtatt", "2019, 2023", "vedtatt"),
        ("kommentar", "Siste vedtak er fra 2016", "skal_vedtas"), ("vedtatt", "FSK 12.03.2019", "vedtatt"),
        ("kommentar", "Revisjonen utsettes til 2028", "planbehov"), ("kommentar", "Det ble laget ny plan i 2022", "planbehov"),
        ("kommentar", "Ikkje behov for å lage eigen plan", "planbehov"), ("ord", "Ikke full revisjon", "planbehov"),
        ("kommentar", "Tiltaksdelen vart rullert i 2023", "planbehov"), ("kommentar", "Vedtatt første gang i 2008", "vedtatt"),
        ("ord", "Høy alder på planen", "hast"),
    ],
)  # fmt: skip
def test_what_is_done_denied_or_of_something_else_is_asked_of_or_says_nothing(column, words, field):
    found = facts_in({column: words})
    assert field not in {one.felt for one in found.forslag} - {one.felt for one in found.tvil}


@pytest.mark.parametrize(
    ("column", "words", "fact"),
    [
        ("kommentar", "Ikkje trong for revisjon i perioden", ("planbehov", "viderefores")),
        ("kommentar", "Planen vert ført vidare", ("planbehov", "viderefores")),
        ("kommentar", "Små endringer", ("planbehov", "mindre_endring")),
        ("kommentar", "Fullstendig revisjon", ("planbehov", "full_revisjon")),
        ("ord", "Held fram", ("planbehov", "viderefores")), ("ord", "Ikkje revisjon", ("planbehov", "ikke_i_perioden")),
        ("kommentar", "Innarbeides i kommuneplanens arealdel", ("planbehov", "erstattes")),
        ("kommentar", "Er ikkje sett i gang", ("status", "ikke_startet")),
        ("kommentar", "Settes i gang i 2026", ("oppstart", "2026")),
        ("kommentar", "Ute til offentleg ettersyn", ("status", "til_behandling")),
        ("kommentar", "Byrjar i 2025", ("oppstart", "2025")),
        ("kommentar", "Skal vedtakast i 2026", ("skal_vedtas", "2026")), ("kommentar", "Godkjend 2018", ("vedtatt", "2018")),
        ("kommentar", "Gjennomføres 2024/2025", ("ferdig", "2025")), ("kommentar", "Gjeld ut 2026", ("gyldig_til", "2026")),
        ("kommentar", "Årleg handlingsprogram", ("aarlig", "[handlingsdel]")),
        ("kommentar", "Rulleres årlig", ("aarlig", "[planen]")),
        ("kommentar", "Lovpålagt. Ny plan.", ("planbehov", "ny")), ("kommentar", "Forlenges til 2027", ("gyldig_til", "2027")),
        ("ord", "Mindre rullering", ("planbehov", "mindre_endring")),
        ("kommentar", "Videreføres uendret i perioden", ("planbehov", "viderefores")),
        ("kommentar", "Pågående og avsluttes i 2025", ("status", "under_arbeid")),
        ("ord", "Gjelder til 2027", ("gyldig_til", "2027")),
        ("status", "Skal reviderast", ("planbehov", "revisjon")), ("kommentar", "Utarbeides.", ("planbehov", "ny")),
        ("kommentar", "Sist vedtatt 2019", ("vedtatt", "2019")),
        ("vedtatt", "Siste revisjon 2019, vedtatt 2008", ("vedtatt", "2008")),
        ("vedtatt", "2008, sist rullert 2019", ("vedtatt", "2008")),
    ],
)  # fmt: skip
def test_a_fact_may_be_said_with_the_usual_words_of_either_language(column, words, fact):
    found = facts_in({column: words})
    assert fact in {one[:2] for one in found.forslag}
    assert (fact[0] in [one.felt for one in found.tvil]) == (words == "Siste revisjon 2019, vedtatt 2008")


PBL = "plan- og bygningsloven"


@pytest.mark.parametrize(
    ("comment", "law", "section", "of"),
    [
        ("Lovpålagt etter pbl § 10-1.", PBL, "§ 10-1", "plan"), ("Jf. pbl. §11-5", PBL, "§11-5", "plan"),
        ("Krav etter PBL.", PBL, "", "plan"),
        ("Folkehelsel. § 6", "folkehelseloven", "§ 6", "plan"), ("Jf. folkehelselovens § 5.", "folkehelseloven", "§ 5", "plan"),
        ("Lovkrav, helse- og omsorgstenestel. § 3-1", "helse- og omsorgstjenesteloven", "§ 3-1", "plan"),
        ("Tenesta er lovpålagd etter hol. § 3-2.", "helse- og omsorgstjenesteloven", "§ 3-2", "tjeneste"),
        ("Ikke lovpålagt, jf. folkehelseloven § 6.", "folkehelseloven", "§ 6", "ikke"),
        ("Det er ikkje krav om plan i kulturlova.", "kulturlova", "", "ikke"),
        ("Ikke behov for revisjon, jf. kulturlova § 4.", "kulturlova", "§ 4", "plan"),
    ],
)  # fmt: skip
def test_a_law_may_be_shortened_before_its_section_and_be_named_for_something_else_than_the_plan(comment, law, section, of):
    paragraph = f'paragraf: "{section}", ' if section else ""
    found = facts_in({"kommentar": comment})
    assert {one.felt: one.verdi for one in found.forslag}["statutter"] == f'[{{lov: "{law}", {paragraph}gjelder: "{of}"}}]'
    assert "statutter" not in [one.felt for one in found.tvil]


@pytest.mark.parametrize("cells", [{"kommentar": "Lovpålagt, jf. § 11-2."}, {"hjemmel": "Bvl. § 15-1"}])
def test_a_section_of_a_law_that_is_not_known_is_asked_of(cells):
    found = facts_in(cells)
    assert (found.forslag, [(one.felt, one.ord[:4]) for one in found.tvil]) == ((), [("statutter", found.tvil[0].ord[:4])])
    assert not facts_in({"kommentar": "Møte i Hol kl. 12"}).tvil


@pytest.mark.parametrize(
    ("comment", "need"),
    [
        ("Må revideres innen 2027.", "revisjon"),
        ("Må reviderast seinast 2027", "revisjon"),
        ("Frist for rullering 2027", "revisjon"),
    ],
)
def test_a_time_limit_for_a_revision_is_asked_of_before_it_is_the_end_of_the_work(comment, need):
    found = facts_in({"kommentar": comment})
    assert {one.felt: one.verdi for one in found.forslag} == {"planbehov": need, "ferdig": "2027"}
    assert [one.felt for one in found.tvil] == ["ferdig"]


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ({"kommentar": "Vedtas innen ett år etter valget i 2027."}, ["skal_vedtas"]),
        ({"kommentar": "Skal vedtas før valget i 2027"}, ["skal_vedtas"]),
        ({"kommentar": "Vedtas når arealdelen er ferdig i 2027"}, ["skal_vedtas"]),
        ({"kommentar": "Ferdigstilles innen to år fra 2025."}, ["ferdig"]),
        ({"skal_vedtas": "Før valget 2027"}, ["skal_vedtas"]), ({"ferdig": "Innen to år fra 2025"}, ["ferdig"]),
        ({"kommentar": "Vedtas i 2027, etter valget"}, []), ({"kommentar": "Vedtatt i SAM-utvalget. Vedtas i 2027"}, []),
    ],
)  # fmt: skip
def test_a_moment_that_is_said_by_another_is_asked_of(cells, asked):
    assert [one.felt for one in facts_in(cells).tvil] == asked


def test_the_programme_that_is_rolled_each_year_is_not_the_plan():
    for said in (
        "Årlig rullering av prioritert handlingsprogram.",
        "Årleg rullering av tiltaksdelen",
        "Årlig rullering av tiltaksprogram",
    ):
        assert proposed(kommentar=said) == {"planbehov": "rullering_av_handlingsdel", "aarlig": "[handlingsdel]"}


def test_a_remark_that_the_plan_is_no_more_is_asked_of_beside_what_is_decided():
    for said in ("Slås sammen med rusplanen", "Tas inn i helse- og omsorgsplanen", "Blir en del av arealdelen"):
        found = facts_in({"ord": "Revisjon", "kommentar": said})
        assert ([one.verdi for one in found.forslag], [one.felt for one in found.tvil]) == (["revisjon"], ["planbehov"])
    assert not facts_in({"ord": "Revisjon", "kommentar": "To eldre planer slås sammen."}).tvil


def test_what_is_ended_in_the_next_period_is_not_put_off_to_it():
    found = facts_in({"kommentar": "Sluttføres i neste periode."})
    assert (found.forslag, [one.felt for one in found.tvil]) == ((), ["planbehov"])


@pytest.mark.parametrize("said", ["Oppstart forutsetter tilskudd", "Arbeidet er avhengig av tilskudd", "Forutsatt tilskudd."])
def test_a_condition_of_the_work_is_asked_of(said):
    found = facts_in({"ord": "Ny plan", "kommentar": said})
    assert {one.felt: one.verdi for one in found.forslag} == {"planbehov": "ny", "venter_paa": '[{hva: "tilskudd"}]'}
    assert [one.felt for one in found.tvil] == ["venter_paa"]


def test_a_plan_that_goes_out_when_something_happens_is_asked_of():
    assert [one.felt for one in facts_in({"kommentar": "Utgår når ny oppvekstplan er vedtatt"}).tvil] == ["planbehov"]
    assert not facts_in({"kommentar": "Utgår."}).tvil


def test_an_adoption_by_another_than_the_council_is_asked_of():
    assert [one.felt for one in facts_in({"kommentar": "Vedtatt av administrasjonen 2022"}).tvil] == ["vedtatt"]
    assert not facts_in({"kommentar": "Vedtatt av kommunestyret 2022"}).tvil
    assert [one.felt for one in facts_in({"vedtatt": "Lagt ut 11.02.2026"}).tvil] == ["vedtatt"]
    assert "vedtatt" not in proposed(kommentar="Oppstart vedtatt i 2025")


def test_the_date_of_what_is_replaced_is_known_also_before_the_end_of_a_sentence():
    assert not facts_in({"kommentar": "Utgår fra 2027."}).tvil
    assert proposed(kommentar="Gjelder for 2022–2030.") == {"gyldig_fra": "2022", "gyldig_til": "2030"}


@pytest.mark.parametrize(
    ("unit", "cell", "heading", "wanted"),
    [
        ("kroner", "900,000", "Kostnad", "900000"),
        ("kroner", "2.400.000 kr", "Kostnad", "2400000"),
        ("kroner", "kr 2\u00a0400\u00a0000,-", "Kostnad", "2400000"),
        ("kroner", "1,2 mill. kr", "Kostnad", "1200000"),
        ("kroner", "450", "Kostnad (1000 kr)", "450000"),
        ("kroner", "1 000 kr", "Kostnad", "1000"),
        ("aarsverk", "0.250", "Årsverk", "0.25"),
        ("aarsverk", "20 %", "Årsverk", "0.2"),
        ("timer", "1.500", "Timer", "1500"),
    ],
)
def test_a_number_is_in_whole_units_whatever_it_is_counted_in(unit, cell, heading, wanted):
    found = facts_in({"navn": "Byplan", unit: cell, "overskrift": heading})
    assert [one.verdi for one in found.forslag if one.felt == "innsats"] == [f"[{{{unit}: {wanted}}}]"]
    assert found.tvil == ()


@pytest.mark.parametrize(("unit", "cell"), [("kroner", "500 000–600 000"), ("kroner", "250 000 pr. år"), ("timer", "3 uker")])
def test_a_cell_that_says_more_than_a_number_is_asked_of(unit, cell):
    assert [one.felt for one in facts_in({"navn": "Byplan", unit: cell}).tvil] == ["innsats"]


def test_the_year_that_an_amount_is_of_is_not_the_amount():
    (effort,) = [one for one in facts_in({"navn": "Byplan", "kroner": "2028: 100 000"}).forslag if one.felt == "innsats"]
    assert effort.verdi == "[{kroner: 100000}]"


def test_a_cell_with_no_number_of_one_kind_proposes_no_effort():
    assert facts_in({"navn": "Byplan", "aarsverk": "1,2,3"}).forslag == ()


@pytest.mark.parametrize(
    ("comment", "asked"),
    [
        ("Kartgrunnlaget er under arbeid.", ["status"]),
        ("Regional plan for klima er på høring hos fylket.", ["status"]),
        ("Flere tiltak fra planen er igangsatt.", ["status"]),
        ("Loven revideres i 2027.", ["planbehov"]),
        ("Skolen skal stå ferdig i 2027.", ["ferdig"]),
        ("Leieavtalen utløper i 2026", ["gyldig_til"]),
        ("Arealstrategien ble vedtatt i juni 2025.", ["vedtatt"]),
        ("Gjeldende plan ble vedtatt i juni 2025.", []),
        ("Bibliotekplanen er under arbeid.", []),
        ("Bygget er ferdig, og planen er under arbeid.", []),
        ("Statsforvalteren har bedt kommunen om å revidere planen.", []),
        ("Nye lovkrav gir stort behov for revisjon", []),
        ("Etter tilsynet i 2024 må planen revideres.", []),
        ("Planen, som er under arbeid, er lovpålagt.", []),
        ("Den har et kapittel om klima, som skal revideres.", ["planbehov"]),
        ("I 2026 må tiltaka i planen reviderast.", ["planbehov"]),
    ],
)
def test_what_is_said_of_something_else_than_the_plan_is_asked_of(comment, asked):
    assert [one.felt for one in facts_in({"navn": "Bibliotekplan", "kommentar": comment}).tvil] == asked


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("skal_vedtas", "2026 eller 2027"), ("skal_vedtas", "2027?"), ("oppstart", "2026–"), ("oppstart", "2026 →"),
        ("ferdig", "2026 (høring)"), ("oppstart", "26"), ("skal_vedtas", "2027/28"), ("skal_vedtas", "Vedtatt 2023"),
        ("skal_vedtas", "(2027)"), ("oppstart", "2026 / 2027"),
    ],
)  # fmt: skip
def test_a_moment_that_is_open_or_not_read_is_asked_of(column, words):
    assert [one.felt for one in facts_in({column: words}).tvil] == [column]
    assert not facts_in({column: "høsten 2027"}).tvil


def test_the_column_of_the_start_may_say_how_far_the_work_is():
    found = facts_in({"oppstart": "Pågår"})
    assert ([(one.felt, one.verdi) for one in found.forslag], found.tvil) == ([("status", "under_arbeid")], ())


@pytest.mark.parametrize(
    "cell",
    ["Statens vegvesen", "Ekstern konsulent", "Kultur i samarbeid med Helse", "Kultur?", "Alle", "Se nr. 3", "Formannskapet"],
)
def test_who_is_outside_the_municipality_or_not_one_of_its_parts_is_asked_of(cell):
    assert [one.felt for one in facts_in({"ansvarlig": cell}).tvil] == ["ansvarlig"]
    assert not facts_in({"ansvarlig": "Kultur"}).tvil


def test_an_abbreviation_ends_no_sentence_and_christmas_is_no_month():
    assert [one.felt for one in facts_in({"ord": "Evt. revisjon"}).tvil] == ["planbehov"]
    assert proposed(kommentar="Ventes vedtatt før jul 2026") == {"skal_vedtas": "2026"}
    assert proposed(kommentar="Vedtas jul. 2026") == {"skal_vedtas": "2026-07"}


def test_the_last_year_in_parentheses_is_that_of_the_plan_in_force():
    assert proposed(vedtatt="Helse- og omsorgsplan 2030 (2017)")["vedtatt"] == "2017"


def test_the_name_of_a_law_ends_before_what_is_said_of_it_and_an_audit_is_no_revision():
    assert '"lov om boligsosialt arbeid"' in proposed(kommentar="Lov om boligsosialt arbeid gjelder fra 2023.")["statutter"]
    assert proposed(kommentar="Revisjonsrapport fra 2023 peker på avvik") == {}


def test_a_number_with_its_unit_and_about_is_said_without_doubt():
    assert facts_in({"timer": "ca. 350 timer"}).tvil == ()


@pytest.mark.parametrize("said", ["Arbeidet går føre seg: 2031–2032", "Planarbeidet foregår i 2031–2032."])
def test_the_years_that_the_work_goes_on_in_are_its_start_and_its_end(said):
    assert proposed(kommentar=said) == {"oppstart": "2031", "ferdig": "2032"}


@pytest.mark.parametrize(
    ("navn", "said", "asked"),
    [
        ("Skolebruksplan", "Skolen er ferdig i 2026", True), ("Skolebruksplan", "Skolebruksplanen er ferdig i 2026", False),
        ("Hovedplan veg", "Vegen ferdig 2026", True), ("Kommuneplanens arealdel", "Arealdelen er ferdig i 2026", False),
        ("Skolebruksplan", "Oppstart av ny skole i 2026", True), ("Idrettsplan", "Vedtas av fylkestinget i 2025", True),
        ("Beredskapsplan", "Nabokommunen reviderer sin i 2027", True), ("Byplan", "Gjeldende utgave ble vedtatt i 2018", False),
    ],
)  # fmt: skip
def test_what_the_plan_is_about_or_others_do_is_asked_of_and_the_plan_itself_is_not(navn, said, asked):
    assert bool(facts_in({"navn": navn, "kommentar": said}).tvil) == asked


@pytest.mark.parametrize(
    "said",
    [
        "Revideres 2026",
        "Reviderast i 2026–2027",
        "Ny plan 2026",
        "Full revisjon 2025/2026",
        "Rulleres i 2026",
        "Vert rullert i 2026",
    ],
)
@pytest.mark.parametrize("column", ["ord", "kommentar"])
def test_the_year_beside_what_is_decided_is_asked_of(column, said):
    assert [doubt.felt for doubt in facts_in({column: said}).tvil] == ["aar"]


@pytest.mark.parametrize("said", ["Sist revidert 2018", "Forrige revisjon 2012", "Skal ikke revideres i 2026"])
def test_the_year_of_what_is_done_or_denied_is_no_year_of_work(said):
    assert "aar" not in [doubt.felt for doubt in facts_in({"kommentar": said}).tvil]
