"""What came in at the hearing, as the log has it."""

from dataclasses import replace

from registers_with_work import rows

import planstrategi as ps


def test_the_log_says_who_what_and_how_it_was_answered(fjordvik):
    first, second = rows(fjordvik, "merknader", "dato", "hvem", "avsender", "navn", "svar", "foelges", "kilde")
    answer = "Den videreføres; behovet vurderes i neste planstrategi."
    assert first[:4] == ("2028-04-02", "Fjordvik havnevesen", "kommunalt råd eller organ", "Havnestrategi")
    assert first[4:] == (answer, "følges ikke", "merknader.yaml:5")
    assert second[1:4] == ("innbygger", "innbygger, uten navn", None)


def test_the_sentence_counts_what_is_not_answered(fjordvik):
    assert repr(ps.finding("merknader", fjordvik)) == "2 merknader er kommet inn til forslaget.\nAlle er besvart."
    first, second = fjordvik.merknader.merknader
    open_one = replace(fjordvik, merknader=replace(fjordvik.merknader, merknader=(first, replace(second, svar=None))))
    assert ps.finding("merknader", open_one).under == "1 er ikke besvart."


def test_without_a_log_nothing_has_been_written_down(ostre_toten):
    assert rows(ostre_toten, "merknader") == []
    assert ps.finding("merknader", ostre_toten) == "Ingen merknader er ført."
