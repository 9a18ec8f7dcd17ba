"""Page one: the topics in order, each sentence a link to its table where the page has it, and the years as bars."""

import re

import planstrategi as ps
from planstrategi.outputs.report.front import front


def test_a_sentence_leads_to_the_table_it_rests_on_only_where_the_page_has_it(ostre_toten):
    made = front(ostre_toten, {"tabell-lovhull"})
    assert {*re.findall(r'href="#([^"]+)"', made)} == {"tabell-lovhull"}
    summary = ps.table("sammendrag", ostre_toten)
    assert re.findall("<h2>(.*?) ?<", made) == list(summary["tema"].unique())
    assert made.count("<li>") == len(summary)


def test_the_kind_of_data_stands_once_where_all_of_a_topic_rest_on_it(ostre_toten):
    topics = front(ostre_toten, ()).split("<h2>")[1:]
    kinds = {one.split(" <")[0].split("</h2>")[0]: re.findall('class="slag">(.*?)<', one) for one in topics}
    summary = ps.table("sammendrag", ostre_toten)
    for tema, rows in summary.groupby("tema"):
        assert kinds[tema] == (list(rows["slag"]) if rows["slag"].nunique() > 1 else [rows["slag"].iloc[0]])


def test_the_bars_have_the_numbers_of_their_table_and_the_highest_is_the_longest(ostre_toten):
    years = ps.table("kapasitet-aar", ostre_toten)
    made = front(ostre_toten, ())
    numbers = re.findall(r'<th scope="row">(\d+)</th>.*?width="(\d+)".*?<td>(\d+)</td>', made)
    assert [(int(year), int(count)) for year, _, count in numbers] == list(zip(years["aar"], years["antall_planer"], strict=True))
    assert max(numbers, key=lambda one: int(one[1]))[2] == str(years["antall_planer"].max())


def test_years_that_nobody_knows_have_no_bars(small):
    assert "<rect" not in front(small("planer: []\n"), ())
