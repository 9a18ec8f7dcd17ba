"""One table of several registers: every row as it is in its own, with whose it is first."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from planstrategi.presentation.export import as_excel_csv, as_json
from planstrategi.presentation.several import joined, table_of_all
from planstrategi.presentation.tables import TABLES, table


@pytest.mark.parametrize("name", TABLES)
def test_no_value_is_changed_by_the_rows_of_another_register(ostre_toten, fjordvik, name):
    wanted = [
        {"kommune": register.kommune.navn, "periode": f"{register.periode.fra}-{register.periode.til}"} | row
        for register in (ostre_toten, fjordvik)
        for row in json.loads(as_json(table(name, register)))
    ]
    made = as_json(table_of_all(name, [ostre_toten, fjordvik]))
    # 3 and 3.0 are the same to Python, and not to those who read them
    assert made == json.dumps(wanted, ensure_ascii=False, indent=1)


def test_municipalities_of_one_name_are_told_apart_by_their_numbers(fjordvik):
    other = replace(fjordvik, kommune=replace(fjordvik.kommune, nummer="9999"))
    made = table_of_all("planer", [fjordvik, other])
    assert set(made["kommune"]) == {f"Fjordvik ({fjordvik.kommune.nummer})", "Fjordvik (9999)"}


def test_a_register_without_rows_changes_no_column_of_another(ostre_toten):
    whole = table("konsentrasjon", ostre_toten)
    made = joined([pd.DataFrame(columns=whole.columns), whole])
    assert list(made.dtypes) == list(whole.dtypes)
    assert "75,0" in as_excel_csv(made)


def test_the_source_is_that_of_all(ostre_toten, fjordvik):
    made = table_of_all("planer", [ostre_toten, fjordvik]).attrs
    both = [table("planer", register).attrs["kilde"] for register in (ostre_toten, fjordvik)]
    assert made["kilde"] == " ".join(both) and made["tittel"] == TABLES["planer"].tittel


def test_tables_without_rows_have_their_columns(fjordvik):
    made = table_of_all("koblinger", [fjordvik, fjordvik])
    assert list(made.columns)[:3] == ["kommune", "periode", "plan_id"] and len(made) == 0


def test_a_county_without_a_catalogue_is_said_under_what_is_expected(ostre_toten, fjordvik):
    said = "Fylket har ingen katalog, så regionale forventninger er ikke med."
    assert table("forventninger", fjordvik).attrs["kilde"].endswith(said)
    assert said not in table("forventninger", ostre_toten).attrs["kilde"]
