"""The real register's plans multiplied: every copy with ids, rows and relations of its own.

python multiply.py FROM TO PLANS does it in a process of its own, so that what it takes is not counted with what is measured.
"""

import re
import shutil
import sys
from collections import Counter
from pathlib import Path

PLAN_ID = re.compile(r"^  - id: (.+)$", re.MULTILINE)
RELATION = re.compile(r"^    (inngaar_i|kan_inngaa_i|samordnes_med|erstattes_av): \[(.+)\]$", re.MULTILINE)
ROW = re.compile(r"tabell: ([a-z0-9-]+), rad: (\d+)}")
ROWS = re.compile(r"((?:^  - id: (.+)\n    navn: .+\n)    antall_rader: )\d+", re.MULTILINE)
# a table has no more than 100 000 rows, and the longest has 23 in each copy
COPIES_IN_A_TABLE = 4000


def multiplied(source: Path, folder: Path, plans: int) -> Path:
    """Write a register of `plans` plans in `folder`, with its catalogues; return the register's folder."""
    shutil.copytree(source.parents[2] / "nasjonalt", folder / "nasjonalt")
    target = folder / "kommuner" / "mange" / "periode"
    target.mkdir(parents=True)
    (target / "register.yaml").write_text(_text((source / "register.yaml").read_text("utf-8"), plans), "utf-8")
    return target


def _text(text: str, plans: int) -> str:
    head, rest = text.split("\nplaner:\n")
    end = re.search(r"^\S", rest, re.MULTILINE)
    body, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    starts = [match.start() for match in PLAN_ID.finditer(body)]
    whole, part = divmod(plans, len(starts))
    rows = Counter(table for table, _ in ROW.findall(body))
    copies = [_copy(body, rows, number, number) for number in range(whole)]
    if part:
        # a part of a copy refers to the plans of the first one, which is whole
        copies.append(_copy(body[: starts[part]], rows, whole, 0))
    total = Counter(table for table, _ in ROW.findall("".join(copies)))
    head, tables = head.split("\ntabeller:\n")
    parts = [
        PLAN_ID.sub(lambda table, part=part: f"  - id: {_numbered(table[1], part)}", tables)
        for part in range(whole // COPIES_IN_A_TABLE + 1)
    ]
    head = ROWS.sub(lambda table: f"{table[1]}{total[table[2]]}", head + "\ntabeller:\n" + "\n".join(parts))
    return head + "\nplaner:\n" + "".join(copies) + tail


def _copy(body: str, rows: Counter[str], number: int, related: int) -> str:
    body = PLAN_ID.sub(lambda plan: f"  - id: {_numbered(plan[1], number)}", body)
    body = RELATION.sub(lambda relation: f"    {relation[1]}: [{_all_numbered(relation[2], related)}]", body)
    part, place = divmod(number, COPIES_IN_A_TABLE)
    return ROW.sub(lambda row: f"tabell: {_numbered(row[1], part)}, rad: {int(row[2]) + rows[row[1]] * place}}}", body)


def _all_numbered(ids: str, number: int) -> str:
    return ", ".join(_numbered(plan_id.strip(), number) for plan_id in ids.split(","))


def _numbered(plan_id: str, number: int) -> str:
    return f"{plan_id}-{number}" if number else plan_id


if __name__ == "__main__":
    print(multiplied(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
