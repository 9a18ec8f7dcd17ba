"""Words → calls: the command `planstrategi`. Results go to stdout, everything else to stderr."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from planstrategi import commands

OK, PROBLEMS, COULD_NOT_RUN = 0, 1, 2


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "bruk: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; here its help and errors are in bokmål, and errors end with status 2."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "argumenter", "valg"
        self.add_argument("-h", "--help", action="help", help="viser denne hjelpen")

    def error(self, message: str) -> NoReturn:
        self.exit(COULD_NOT_RUN, f"{_norwegian(message)}\nSe «{self.prog} --help».\n")
        raise AssertionError


ENGLISH = (
    ("the following arguments are required: ", "Dette mangler: "),
    ("unrecognized arguments: ", "Ukjent argument: "),
    ("invalid choice: ", "ikke tillatt: "),
    ("(choose from ", "(velg mellom "),
    ("expected one argument", "trenger en verdi"),
    ("not allowed with argument", "kan ikke brukes sammen med"),
    ("argument ", ""),
)


def _norwegian(message: str) -> str:
    for english, norwegian in ENGLISH:
        message = message.replace(english, norwegian)
    return message


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 nothing wrong, 1 errors found, 2 could not run."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except commands.CouldNotRun as reason:
        print(reason, file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        sys.stderr.close()
        return OK


def parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    top = _Parser(prog="planstrategi", description="Register, kontroll og rapport for en kommunal planstrategi.")
    sub = top.add_subparsers(metavar="KOMMANDO", required=True, parser_class=_Parser)
    valider = _command(sub, "valider", commands.valider, "viser problemene i registeret, med fil, linje og kolonne",
                       "planstrategi valider data/kommuner/ostre-toten/2024-2027")  # fmt: skip
    _register(valider)
    _dato(valider)
    valider.add_argument(
        "--format", choices=("tekst", "json", "github"), default="tekst", help="hvordan problemene vises"
    )
    valider.add_argument("--streng", action="store_true", help="advarsler gir også status 1")
    tabell = _command(sub, "tabell", commands.tabell, "skriver en tabell", "planstrategi tabell kapasitet --format csv")
    tabell.add_argument("navn", nargs="?", metavar="NAVN", help="tabellens navn; se --liste")
    _register(tabell)
    _dato(tabell)
    tabell.add_argument("--format", choices=("tekst", "csv", "json"), default="tekst", help="hvordan tabellen skrives")
    tabell.add_argument("--excel", action="store_true", help="CSV slik norsk Excel åpner den")
    tabell.add_argument("--liste", action="store_true", help="viser navnene på alle tabellene")
    figur = _command(sub, "figur", commands.figur, "lagrer en figur som png, svg eller pdf",
                     "planstrategi figur kapasitet -o kapasitet.png")  # fmt: skip
    figur.add_argument("navn", nargs="?", metavar="NAVN", help="figurens navn; se --liste")
    _register(figur)
    _dato(figur)
    figur.add_argument("-o", dest="fil", metavar="FIL", help="filen figuren lagres i (.png, .svg eller .pdf)")
    figur.add_argument(
        "--storrelse", choices=("lysbilde", "a4"), default="lysbilde", help="hva figuren skal brukes til"
    )
    figur.add_argument("--liste", action="store_true", help="viser navnene på alle figurene")
    figur.add_argument("--overskriv", action="store_true", help="erstatter filen hvis den finnes")
    rapport = _command(sub, "rapport", commands.rapport, "kjører notatbøkene og lager én HTML-rapport",
                       "planstrategi rapport -o rapport")  # fmt: skip
    _register(rapport)
    rapport.add_argument("-o", dest="mappe", metavar="MAPPE", default="rapport", help="mappen rapporten lages i")
    _command(sub, "lab", commands.lab, "åpner notatbøkene i JupyterLab", "planstrategi lab")
    return top


def _command(sub: "argparse._SubParsersAction[_Parser]", name: str, run: object, help_: str, example: str) -> _Parser:
    made = sub.add_parser(
        name, help=help_, description=help_[0].upper() + help_[1:] + ".", epilog=f"Eksempel: {example}"
    )
    made.set_defaults(run=run)
    return made


def _register(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "register",
        nargs="?",
        metavar="REGISTER",
        help="mappen med register.yaml; kan utelates når det bare finnes én",
    )


def _dato(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--dato",
        metavar="ÅÅÅÅ-MM-DD",
        help="regn som om det var denne dagen, i stedet for registerets per_dato",
    )
