"""The command line: the commands that kommandoer.yaml declares with their arguments, and argparse in bokmål."""

import argparse
from typing import Any, NoReturn

from planstrategi import commands
from planstrategi.commands import new_folders, workbook_commands
from planstrategi.model.vocabulary import words_beside

COULD_NOT_RUN = 2
_WORDS = words_beside(__file__, "kommandoer.yaml")
_RUN = {one.__name__.replace("_", "-"): one for one in (
    commands.valider, commands.tabell, commands.figur, commands.sammenlign, commands.rapport, commands.lag, commands.lovsjekk,
    workbook_commands.vurder_ut, workbook_commands.vurder_inn, workbook_commands.eksporter, new_folders.ny_kommune,
    new_folders.ny_periode, new_folders.importer, commands.lab,
)}  # fmt: skip


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "bruk: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; here its help and errors are in bokmål, and errors end with status 2.

    An option that is cut short is unknown: half of `--lagre` or `--overskriv` must not do the whole.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "argumenter", "valg"
        self.add_argument("-h", "--help", action="help", help="viser denne hjelpen")

    def error(self, message: str) -> NoReturn:
        for english, norwegian in _WORDS["engelsk"].items():
            message = message.replace(english, norwegian)
        self.exit(COULD_NOT_RUN, f"{message}\nSe «{self.prog} --help».\n")
        raise AssertionError


def parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    top = _Parser(prog="planstrategi", description=_WORDS["program"])
    _add(top.add_subparsers(metavar="KOMMANDO", required=True, parser_class=_Parser), _WORDS["kommandoer"])
    return top


def _add(sub: "argparse._SubParsersAction[_Parser]", declared: dict[str, Any], above: str = "") -> None:
    """Add commands with their arguments, or the parts of the one `above`; of the arguments in `en_av`, one is to be given."""
    for name, one in declared.items():
        does, example = one["gjoer"], f"Eksempel: {one['eksempel']}"
        made = sub.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=example)
        one_of = made.add_mutually_exclusive_group(required=True) if "en_av" in one else made
        for argument, own in one.get("argumenter", {}).items():
            group = one_of if argument in one.get("en_av", ()) else made
            group.add_argument(argument, **_WORDS["felles"].get(argument, {}) | own)
        if parts := one.get("deler"):
            _add(made.add_subparsers(metavar="|".join(parts), required=True, parser_class=_Parser), parts, f"{name}-")
        else:
            made.set_defaults(run=_RUN[f"{above}{name}"])
