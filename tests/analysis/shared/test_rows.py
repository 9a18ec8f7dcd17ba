"""An analysis hands over rows with names: exactly the columns that are said above it, and always all of them."""

import pandas as pd
import pytest

from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.shared.rows import Row, Rows, TableFunction, columns, frame_of
from planstrategi.model.register import Register
from planstrategi.presentation.tables import TABLES

NAMES = ("navn", "aar")
WHOLE = {"aar": 2026, "navn": "Brannordning"}


def test_a_row_stands_under_its_columns_in_whatever_order_it_names_them():
    assert frame_of([WHOLE], NAMES).to_dict("records") == [{"navn": "Brannordning", "aar": 2026}]
    assert list(frame_of([WHOLE], NAMES)) == ["navn", "aar"]


@pytest.mark.parametrize(
    ("row", "column"), [({"navn": "Brannordning"}, "aar"), (WHOLE | {"fra": 2025}, "fra")], ids=["one too few", "one too many"]
)
def test_a_row_with_a_column_too_few_or_too_many_is_refused(row: Row, column: str):
    with pytest.raises(KeyError, match=column):
        frame_of([WHOLE, row], NAMES)


def test_a_table_without_rows_has_its_columns_and_their_types(fjordvik):
    @columns("navn aar", aar="Int64")
    def nothing(register: Register) -> Rows:
        return ()

    frame = nothing(fjordvik)
    assert list(frame) == list(nothing.columns) == list(NAMES)
    assert frame.empty and str(frame["aar"].dtype) == "Int64"


def test_of_a_frame_the_columns_that_are_said_are_handed_over_in_their_order(fjordvik):
    @columns("navn aar")
    def some(register: Register) -> pd.DataFrame:
        frame = pd.DataFrame([WHOLE | {"fra": 2025}])
        frame.attrs["periode"] = (2024, 2027)
        return frame

    assert list(some(fjordvik)) == list(NAMES)
    assert some(fjordvik).attrs == {"periode": (2024, 2027)}


def test_a_table_is_made_once_and_what_is_done_with_it_stays_with_who_did_it(fjordvik):
    made = []

    @columns("navn aar")
    def some(register: Register) -> Rows:
        made.append(register)
        yield WHOLE

    frame = some(fjordvik)
    frame.loc[0, "navn"], frame.attrs["tittel"] = "Annet", "Mitt"
    assert some(fjordvik).to_dict("records") == [WHOLE] and some(fjordvik).attrs == {}
    assert len(made) == 1


def test_a_table_says_its_columns_without_a_register_and_keeps_what_its_function_says_of_itself():
    assert plans.columns[:3] == ("plan_id", "navn", "plantype") and plans.columns[-1] == "kilde"
    assert plans.__name__ == "plans" and "one row per plan" in plans.__doc__


def test_every_table_says_its_columns():
    assert [name for name, spec in TABLES.items() if not isinstance(spec.function, TableFunction)] == []
