"""python -m tests.hostile --registre 20000 --dokumenter 2000 --alt 200 --fro 1: the whole corpus, and what came of it."""

import argparse
import sys
from collections import Counter

from .corpus import VALID, tried


def main() -> int:
    """Try so many of each kind; print how they ended, and the faults. Status 1 when there are any."""
    given = argparse.ArgumentParser(prog="python -m tests.hostile")
    for kind, number in (("registre", 20_000), ("dokumenter", 2_000), ("alt", 200)):
        given.add_argument(f"--{kind}", type=int, default=number)
    given.add_argument("--fro", type=int, default=1)
    args = given.parse_args()
    faults = 0
    for kind in ("registre", "dokumenter", "alt"):
        faults += _tell(kind, args.fro, getattr(args, kind)) if getattr(args, kind) else 0
    return int(bool(faults))


def _tell(kind: str, seed: int, wanted: int) -> int:
    ends: Counter[str] = Counter()
    # of everything, only those that are valid count
    for one in tried(kind, seed, range(wanted * (100 if kind == "alt" else 1))):
        ends[one.outcome] += 1
        if one.fault:
            print(f"{kind} {one.number}: {one.fault}", flush=True)
        if not ends.total() % 500:
            print(f"{kind}: {ends.total()} prøvd, {ends[VALID]} gyldige", flush=True)
        if kind == "alt" and ends[VALID] + ends["feil"] >= wanted:
            break
    print(f"{kind}, frø {seed}: {dict(ends)}", flush=True)
    return ends["feil"]


if __name__ == "__main__":
    sys.exit(main())
