"""The marks of a row → its marked years, what is printed in them, amounts, and what could not be said by a field."""

from collections.abc import Iterable
from typing import NamedTuple

from planstrategi.intake.cells import CROSS, NUMBER, CellMark, read_mark
from planstrategi.intake.draft.yaml_text import flat, scalar
from planstrategi.intake.found import Doubt, FoundRow, FoundTable
from planstrategi.intake.words import amount_in
from planstrategi.model.plan import Plan
from planstrategi.model.sections import Tabell
from planstrategi.model.vocabulary import AMOUNTS

# any sign, where one meaning is for them all
_ANY = ""


class RowMarks(NamedTuple):
    """The marked years, the signs that are no plain cross, the amounts by year, what is told besides, and what is asked."""

    aar: list[int]
    merker: dict[int, str]
    innsats: list[str]
    ellers: list[str]
    tvil: list[Doubt]


def meanings(table: FoundTable, rows: Iterable[FoundRow]) -> dict[str, str]:
    """Return what a mark means in a table as a register writes it: for any sign alone, or for each that is printed.

    Nothing of a sign whose meaning is asked.
    """
    signs = {flat(sign): betyr for sign, betyr in table.merket_betyr.items() if sign}
    texts = {part for row in rows for text in row.merker.values() for part in flat(text).split("/") if part}
    printed = {sign.casefold(): sign for sign in sorted(texts)}
    asked = {one.ord.casefold() for one in table.tvil if one.felt == "merket_betyr"} & printed.keys()
    if _ANY not in table.merket_betyr or not (signs or asked):
        return signs or table.merket_betyr
    known = asked.union(map(str.casefold, signs))
    return signs | {sign: table.merket_betyr[_ANY] for folded, sign in printed.items() if folded not in known}


def marks_in(row: FoundRow, means: dict[str, str], period: tuple[int, int] | None) -> RowMarks:
    """Return what the marks of a row are in a register; `means` as `meanings` has it of its table."""
    made = RowMarks([], {}, [], [], [])
    for year, printed in sorted(row.merker.items()):
        sign, said = flat(printed), f"{flat(printed) or 'skravert'} i {year}"
        mark = read_mark(sign, shade="ja") or CellMark(sign, "")
        if period and not period[0] <= year <= period[1]:
            made.ellers.append(said)
            made.tvil.append(Doubt("aar", said, f"{year} er utenfor perioden. Er merket lest riktig?"))
        elif mark.slag == NUMBER:
            betyr = next((means[one] for one in means if one.casefold() in (_ANY, mark.tegn.casefold())), "")
            _add_number(made, year, sign, betyr, said)
        elif not row.er_plan:
            # such a row has no field for its years
            made.ellers.append(said)
        else:
            made.aar.append(year)
            _add_sign(made, year, mark, means, said)
    return made


def _add_number(made: RowMarks, year: int, sign: str, betyr: str, said: str) -> None:
    number = amount_in(sign.strip("()"))[1].replace(" ", "").replace(",", ".")
    if betyr in AMOUNTS:
        made.innsats.append(f"{{aar: {year}, {betyr}: {number}}}")
    else:
        # a number whose unit nobody says is no amount
        made.ellers.append(said)
    if any(digit in "123456789" for digit in number):
        made.aar.append(year)


def _add_sign(made: RowMarks, year: int, mark: CellMark, means: dict[str, str], said: str) -> None:
    known = next((sign for sign in means if sign and sign.casefold() == mark.alike.casefold()), "")
    sign = known if mark.slag == CROSS and known else mark.tegn
    one = Plan(aar=(year,), merker=((year, sign),))
    explained = all(found.betyr for found in Tabell(merket_betyr=tuple(means.items())).marks(one))
    if any(means) and sign and not explained:
        made.ellers.append(said)
        made.tvil.append(Doubt("merker", said, f"Betyr «{sign}» at det arbeides med planen i {year}?"))
    elif sign and (any(means) or mark.slag != CROSS or sign.startswith("(")):
        made.merker[year] = scalar(sign, in_flow=True)
