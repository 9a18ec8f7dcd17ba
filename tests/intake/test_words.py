"""The words that a document is read by: they stand in one file, and each rule names what there is."""

import re
from collections import Counter
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace

import pytest

from planstrategi.intake import words
from planstrategi.intake.words import MOMENT_WORDS, begins, captured, fills, first_rule, found_in, meets, word_list
from planstrategi.model.fields import Kind, specs
from planstrategi.model.plan import Plan
from planstrategi.model.vocabulary import ANDRE_RADER, MERKET_BETYR

REAL = sorted((Path(__file__).parents[1] / "data" / "innlesing").glob("*.txt"))
# what a rule fills in from the words it met
FILLED = re.compile(r"[{\[]")


@pytest.mark.parametrize(
    ("words", "text", "met"),
    [
        ("revider*", "Planen skal revideres", "revideres"),
        ("ikke behov … revi*", "Det er ikke behov for noen revisjon nå", "ikke behov for noen revisjon"),
        ("ikke behov … revi*", "Ikke behov. Revisjon venter", ""),
        ("^ny", "Ny plan", "Ny"),
        ("^ny", "En ny plan", ""),
        ("kommuneplan$", "kommuneplan for byen", ""),
        ("i gang", "planen er i  gang", "i  gang"),
        ("behov og *", "behov og\n", "behov og"),
        ("sak", "saksbehandling", ""),
        ("vedtatt … {tid}", "Planen ble ikke vedtatt i 2020", ""),
        ("vedtas … {tid}", "Planen vedtas ikke før i 2028", ""),
        ("under arbeid", "Er ikke lenger under arbeid", ""),
        ("pågår*", "Arbeidet pågår ikke", ""),
        ("ikke i gang", "Planen er ikke i gang", "ikke i gang"),
        ("revisjon*", "Revisjon, ikke ny plan", "Revisjon"),
        ("ikke behov … revi*", "Ikke behov for ny plan, men den må revideres", ""),
        ("planen gjelder …", "Planen gjelder ikke lenger", ""),
        ("avventer {hva}", "Avventer ikke andre planer", ""),
    ],
)
def test_a_pattern_meets_whole_words_of_one_sentence_that_are_not_denied(words, text, met):
    assert meets((words,), text) == met


@pytest.mark.parametrize(
    "words", ["21.06.2018", "5.sept.-24", "juni 2024", "høsten 2025", "2. halvår 2024", "utgangen av 2026", "2024"]
)
def test_a_moment_is_met_as_people_write_it(words):
    assert re.fullmatch(MOMENT_WORDS, words)
    text = f"Vedtatt i kommunestyret {words}."
    assert captured(text, next(found_in(("vedtatt … {tid}",), text)), "tid") == words


def test_a_word_is_of_the_moment_that_follows_it_and_not_of_the_next():
    assert not meets(("start* … {tid}$",), "Start 1. kv. 2022, vedtak 2024")
    assert meets(("start* … {tid}$",), "Start av arbeidet høsten 2022") == "Start av arbeidet høsten 2022"


def test_what_is_met_is_said_as_the_text_writes_it_also_after_a_letter_that_is_two_in_small():
    assert meets(("vedtatt … {tid}",), "İ Vedtatt av KS Juni 2024") == "Vedtatt av KS Juni 2024"


def test_what_follows_a_denied_word_is_still_met():
    assert [one[0] for one in found_in(("vedta*", "ved"), "ikke vedtatt, vedtas ved behov")] == ["vedtas", "ved"]


def test_a_text_begins_with_words_or_is_nothing_but_them():
    assert begins(("ny plan",), "Ny plan for vann") and not begins(("plan",), "Ny plan")
    assert fills(("ny plan*",), "Ny planer") and not fills(("ny plan",), "Ny plan for vann")


def test_a_year_in_a_span_is_no_moment():
    assert not meets(("{tid}",), "perioden 2015-2025")


def test_the_first_rule_that_fits_goes():
    rules = word_list().kolonner
    assert first_rule(rules, "Kommentar og tidspunkt ferdig")[0].rolle == "kommentar"
    assert first_rule(rules, "Heilt andre ting") is None


def _lists(of):
    return [
        pair
        for name, held in vars(of).items()
        for pair in (_lists(held) if isinstance(held, SimpleNamespace) else [(name, held)])
    ]


def _as_it_stands(pattern):
    """A pattern of a text with signs for its moments → one of the text itself."""
    return pattern.replace("(?P<tid>\1\2*)", f"(?P<tid>{MOMENT_WORDS})")


def test_what_is_looked_up_by_how_words_begin_is_all_that_the_lines_of_real_texts_meet():
    lists = [held for _, held in _lists(word_list())]
    asked = {held.ord if isinstance(held, words.WordRule) else of for of in lists for held in of}
    lines = [line for path in REAL for line in path.read_text("utf-8").splitlines()[::15] if line.strip()]
    finds = {one: re.compile(_as_it_stands(words.any_of((one,))), re.IGNORECASE) for held in asked for one in held}
    met = [(one, line) for line in lines for one, pattern in finds.items() if pattern.search(line)]
    assert len(met) > 1000
    of_list = {one: held for held in asked for one in held}
    near = ({f"(?:{_as_it_stands(found.pattern)})" for found, _ in words.patterns(of_list[one], line)} for one, line in met)
    assert [pair for pair, found in zip(met, near, strict=True) if finds[pair[0]].pattern not in found] == []


def test_code_asks_for_each_list_and_for_no_other():
    code = "\n".join(path.read_text("utf-8") for path in Path(words.__file__).parent.rglob("*.py"))
    asked = set(re.findall(r"word_list\(\)\.(\w+(?:(?<=tekst|merke)\.\w+)?)", code))
    assert [name for name in asked if not attrgetter(name)(word_list())] == []
    assert [name for name, _ in _lists(word_list()) if not re.search(rf"\.{name}\b", code)] == []


def test_no_pattern_stands_twice_where_it_is_looked_for():
    lists = [held for _, held in _lists(word_list())]
    each = [rule.ord for held in lists for rule in held if isinstance(rule, words.WordRule)]
    plain = [held for held in lists if not isinstance(held[0], words.WordRule)]
    assert len(each) > len(plain) > 1
    assert [one for held in (*each, *plain) for one, times in Counter(held).items() if times > 1] == []


def test_every_fact_that_a_rule_proposes_is_one_a_plan_may_have():
    fields = specs(Plan)
    for rule in word_list().forslag:
        assert rule.felt in fields, rule
        kind = fields[rule.felt].innhold
        if rule.verdi not in ("", "?") and isinstance(kind, Kind) and not FILLED.search(rule.verdi):
            kind.parse(rule.verdi)


def test_what_a_mark_or_a_row_is_said_to_be_is_in_the_vocabulary():
    assert {rule.betyr for rule in word_list().merket_betyr} <= set(MERKET_BETYR)
    assert {rule.hva for rule in word_list().ikke_plan} <= set(ANDRE_RADER)
