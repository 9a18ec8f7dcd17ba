"""The work with the next planstrategi, counted back from the decision: the days by hand, as the law and somebody set them."""

import shutil
from dataclasses import replace

import pytest
from registers import FJORDVIK, OSTRE_TOTEN
from registers_with_work import rows

import planstrategi as ps

HEAD = "per_dato: 2028-01-31\nfra: 2028\ndager:\n"


@pytest.fixture
def dated(tmp_path):
    """Return a function that loads the real register with these days of the process, and a constitution if it is known."""

    def load(days: str = "", constituted: str = ""):
        place = tmp_path / "data" / OSTRE_TOTEN.relative_to(OSTRE_TOTEN.parents[2])
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(OSTRE_TOTEN, place)
        for name in ("nasjonalt", "regionalt"):
            link = tmp_path / "data" / name
            if not link.exists():
                link.symlink_to(OSTRE_TOTEN.parents[2] / name)
        if days:
            (place / "prosessplan.yaml").write_text(HEAD + days, "utf-8")
        if constituted:
            register = place / "register.yaml"
            known = register.read_text("utf-8").replace("fylke: innlandet", f"fylke: innlandet\n  konstituert: [{constituted}]")
            register.write_text(known, "utf-8")
        return ps.load(place)

    return load


def days_of(register) -> dict[str, tuple]:
    return {row[0]: row[1:] for row in rows(register, "prosessplan", "steg_id", "siste_dag", "senest", "dato", "forhold")}


def test_where_nothing_is_set_the_days_are_the_last_that_the_law_allows(dated):
    found = days_of(dated())
    # the election is a Monday in September, the council is constituted by the end of October, and decides within a year
    assert found["valg"] == ("2027-09-30", True, None, None)
    assert found["konstituering"] == ("2027-10-31", True, None, None)
    assert found["vedtak"] == ("2028-10-31", True, None, None)
    # at least 30 days public before that
    assert found["offentlig"] == ("2028-10-01", True, None, None)
    assert found["folkehelseoversikt"][0] == found["boligsosial-oversikt"][0] == "2028-10-01"
    # the law sets no day for asking, nor for beginning
    assert found["synspunkter"] == found["medvirkning"] == found["oppstart"] == (None, None, None, None)


def test_a_known_constitution_gives_exact_days(dated):
    found = days_of(dated(constituted="2027-10-07"))
    assert found["konstituering"] == ("2027-10-07", False, None, None)
    assert (found["vedtak"][:2], found["offentlig"][:2]) == (("2028-10-07", False), ("2028-09-07", False))


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2027-10-14, slag: bestemt", ("2028-10-14", False)),
        # what is only proposed, or later than is lawful, moves nothing
        ("2027-10-14, slag: foreslaatt", ("2028-10-31", True)),
        ("2027-11-04, slag: bestemt", ("2028-10-31", True)),
    ],
)
def test_a_constitution_among_the_days_of_the_process_gives_exact_days_too(dated, day, last):
    assert days_of(dated(f"  - {{steg: konstituering, dato: {day}}}\n"))["vedtak"][:2] == last


def test_each_step_that_comes_before_the_decision_is_to_be_ready_by_it(ostre_toten):
    later = {
        step.id: step.klart_til for step in ostre_toten.process_steps() if step.id not in ("valg", "konstituering", "vedtak")
    }
    assert all(later.values())


def test_days_that_somebody_has_set_are_counted_from_and_held_against_the_last(dated):
    days = "  - {steg: oppstart, dato: 2028-01-10, slag: skjedd}\n  - {steg: offentlig, dato: 2028-05-17, slag: foreslaatt}\n"
    found = days_of(dated(days + "  - {steg: vedtak, dato: 2028-06-15, slag: bestemt}\n"))
    assert found["vedtak"] == ("2028-10-31", True, "2028-06-15", None)
    # 15 June less 30 days is 16 May
    assert found["offentlig"] == ("2028-05-16", False, "2028-05-17", "etter fristen")
    # what must be there when the work begins
    assert found["folkehelseoversikt"][0] == "2028-01-10"


@pytest.mark.parametrize(
    ("days", "last"),
    [
        # the proposal is public 30 days before 15 June, and rests on what is to be there
        ("  - {steg: vedtak, dato: 2028-06-15, slag: foreslaatt}\n", ("2028-05-16", True)),
        ("  - {steg: vedtak, dato: 2028-06-15, slag: bestemt}\n  - {steg: offentlig, dato: 2028-05-02, slag: bestemt}\n",
         ("2028-05-02", True)),
        # a start that is set after the decision, moves the last day no further
        ("  - {steg: vedtak, dato: 2028-06-15, slag: bestemt}\n  - {steg: oppstart, dato: 2028-08-10, slag: foreslaatt}\n",
         ("2028-05-16", True)),
        ("  - {steg: vedtak, dato: 2028-06-15, slag: bestemt}\n  - {steg: oppstart, dato: 2028-01-10, slag: skjedd}\n",
         ("2028-01-10", False)),
        # too late a decision makes nothing else late
        ("  - {steg: vedtak, dato: 2028-12-20, slag: bestemt}\n", ("2028-09-14", True)),
    ],
)  # fmt: skip
def test_what_the_decision_rests_on_is_there_before_it(dated, days, last):
    found = days_of(dated(days, constituted="2027-10-14"))
    assert found["folkehelseoversikt"][:2] == found["boligsosial-oversikt"][:2] == last


def test_a_basis_that_is_set_after_the_decision_is_told_as_late(dated):
    late = "  - {steg: folkehelseoversikt, dato: 2028-08-10, slag: foreslaatt}\n"
    register = dated(late + "  - {steg: vedtak, dato: 2028-06-15, slag: foreslaatt}\n")
    assert days_of(register)["folkehelseoversikt"] == ("2028-05-16", True, "2028-08-10", "etter fristen")
    told = [one.funnet for one in ps.problems(register) if one.kode == "REG288"]
    assert told == ["folkehelseoversikt 2028-08-10, vedtak 2028-06-15"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("  - {steg: valg, dato: 2027-09-13, slag: skjedd}\n  - {steg: konstituering, dato: 2027-09-01, slag: skjedd}\n",
         ["valg 2027-09-13, konstituering 2027-09-01"]),
        ("  - {steg: konstituering, dato: 2027-10-14, slag: skjedd}\n  - {steg: vedtak, dato: 2027-06-01, slag: bestemt}\n",
         ["konstituering 2027-10-14, vedtak 2027-06-01"]),
        ("  - {steg: valg, dato: 2027-09-13, slag: skjedd}\n  - {steg: konstituering, dato: 2027-10-14, slag: skjedd}\n", []),
    ],
)  # fmt: skip
def test_the_council_is_elected_before_it_is_constituted_and_decides_after_that(dated, days, told):
    assert [one.funnet for one in ps.problems(dated(days)) if one.kode == "REG288"] == told


def test_what_is_counted_from_a_day_that_is_set_too_late_is_counted_from_the_last_the_law_allows(dated):
    found = days_of(dated("  - {steg: vedtak, dato: 2028-11-30, slag: foreslaatt}\n"))
    assert (found["vedtak"][3], found["offentlig"][:2]) == ("etter fristen", ("2028-10-01", True))


def test_each_step_that_the_law_has_a_word_on_carries_its_section_and_link(dated):
    found = rows(dated(), "prosessplan", "steg_id", "etter", "lenke")
    assert all(etter and "§" in etter and lenke.startswith("https://lovdata.no/") for _, etter, lenke in found)
    sections = {name: etter for name, etter, _ in found}
    assert sections["synspunkter"] == "plan- og bygningsloven § 10-1 andre ledd første punktum"
    assert sections["offentlig"] == "plan- og bygningsloven § 10-1 andre ledd"


def test_the_sentence_says_by_when_and_what_is_set_too_late(dated):
    said = ps.finding("prosessplan", dated())
    assert said == "Planstrategien for 2028–2031 må vedtas senest 31.10.2028."
    assert said.under.endswith("Forslaget må være offentlig senest 01.10.2028.")
    late = ps.finding("prosessplan", dated("  - {steg: vedtak, dato: 2028-11-01, slag: foreslaatt}\n"))
    assert late.under.endswith("1 steg er satt til etter fristen.")


def test_of_a_planstrategi_that_begins_in_another_year_of_the_term_no_day_is_said_to_be_its_own(ostre_toten):
    # pbl. § 10-1 first paragraph: within a year of the constitution, whatever years it is for
    late = replace(ostre_toten, periode=replace(ostre_toten.periode, fra=2026, til=2029))
    assert ps.finding("prosessplan", late) == "Kommunestyret må vedta en planstrategi senest 31.10.2028."


def test_the_file_says_which_planstrategi_the_process_is_for_and_its_term_follows():
    # of the period 2032–2035, by the council of 2031
    found = days_of(ps.load(FJORDVIK))
    assert found["konstituering"][0] == "2031-10-31" and found["vedtak"] == ("2032-10-31", True, "2032-06-15", None)


def test_where_no_councils_term_can_be_counted_there_is_no_step(ostre_toten):
    assert ostre_toten.process_steps()
    assert rows(replace(ostre_toten, lovkrav=replace(ostre_toten.lovkrav, valg=())), "prosessplan") == []


def test_what_somebody_says_of_a_day_stands_before_what_the_catalogue_says_of_the_step(dated):
    day = "  - {steg: oppstart, dato: 2028-01-10, slag: skjedd, merknad: I formannskapet.}\n"
    told = dict(rows(dated(day), "prosessplan", "steg_id", "merknad"))
    assert told["oppstart"].startswith("I formannskapet.")
    assert told["oppstart"].removeprefix("I formannskapet.").strip() == (
        dict(rows(dated(), "prosessplan", "steg_id", "merknad"))["oppstart"] or ""
    )


def test_the_section_of_a_step_is_that_of_the_duty_and_not_of_what_only_fills_it_in(ostre_toten):
    def filled(krav):
        return replace(krav, hjemmel=(replace(krav.hjemmel[0], rolle="utfyller", paragraf="99-9"), *krav.hjemmel))

    catalogue = replace(ostre_toten.lovkrav, krav=tuple(filled(one) if one.hjemmel else one for one in ostre_toten.lovkrav.krav))
    found, same = (rows(one, "prosessplan", "etter") for one in (ostre_toten, replace(ostre_toten, lovkrav=catalogue)))
    assert found == same


def test_without_a_catalogue_of_steps_there_is_no_process(build):
    register = build([])
    assert rows(register, "prosessplan") == []
    assert ps.finding("prosessplan", register) == "Når planstrategien må vedtas, kan ikke regnes ut."
