"""The words of the command line: every command with its arguments, and argparse in bokmål."""

import argparse
from typing import Any, NoReturn

from planstrategi import commands
from planstrategi.commands import new_folders, workbook_commands

COULD_NOT_RUN = 2


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
        for english, norwegian in ENGLISH:
            message = message.replace(english, norwegian)
        self.exit(COULD_NOT_RUN, f"{message}\nSe «{self.prog} --help».\n")
        raise AssertionError


ENGLISH = (
    ("the following arguments are required: ", "Dette mangler: "),
    ("unrecognized arguments: ", "Ukjent argument: "),
    ("invalid choice: ", "ikke tillatt: "),
    ("(choose from ", "(velg mellom "),
    ("expected one argument", "trenger en verdi"),
    ("ignored explicit argument", "tar ingen verdi, men fikk"),
    ("one of the arguments ", "Oppgi en av disse: "),
    (" is required", ""),
    ("not allowed with argument", "kan ikke brukes sammen med"),
    ("argument ", ""),
)


def parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    top = _Parser(prog="planstrategi", description="Register, kontroll og rapport for en kommunal planstrategi.")
    sub = top.add_subparsers(metavar="KOMMANDO", required=True, parser_class=_Parser)
    _checking(sub)
    _table(sub)
    _figure(sub)
    _comparing(sub)
    rapport = _command(sub, "rapport", commands.rapport, "kjører notatbøkene og lager én HTML-rapport",
                       "planstrategi rapport -o rapport")  # fmt: skip
    _register(rapport)
    rapport.add_argument("-o", dest="mappe", metavar="MAPPE", default="rapport", help="mappen rapporten lages i")
    again = "lager rapporten på nytt et annet sted, og sier hva som er annerledes i denne"
    rapport.add_argument("--verifiser", metavar="MAPPE", help=again)
    _hand_over(sub)
    _law_check(sub)
    vurder = _command(sub, "vurder", workbook_commands.vurder_ut, "sender vurderinger ut i et regneark og tar dem inn igjen",
                      "planstrategi vurder ut -o vurdering.xlsx")  # fmt: skip
    _judging(vurder.add_subparsers(metavar="ut|inn", required=True, parser_class=_Parser))
    _new_municipality(sub)
    _next_period(sub)
    _workbook(sub)
    _command(sub, "lab", commands.lab, "åpner notatbøkene i JupyterLab", "planstrategi lab")
    return top


def _checking(sub: "argparse._SubParsersAction[_Parser]") -> None:
    valider = _command(sub, "valider", commands.valider, "viser problemene i registeret, med fil, linje og kolonne",
                       "planstrategi valider data/kommuner/ostre-toten/2024-2027")  # fmt: skip
    which = f"{A_FOLDER}, eller en mappe over; alle registrene der kontrolleres, og alle uten utkast når den utelates"
    _register(valider, which)
    valider.add_argument("--format", choices=("tekst", "json", "github"), default="tekst", help="hvordan problemene vises")
    valider.add_argument("--streng", action="store_true", help="advarsler gir også status 1")


def _table(sub: "argparse._SubParsersAction[_Parser]") -> None:
    tabell = _command(sub, "tabell", commands.tabell, "skriver en tabell", "planstrategi tabell kapasitet --format csv")
    tabell.add_argument("navn", nargs="?", metavar="NAVN", help="tabellens navn; se --liste")
    which = f"{A_FOLDER}; en mappe over gir én tabell for alle registrene der, med kolonnene kommune og periode. {MAY_GO}"
    _register(tabell, which)
    _saves(tabell, "filen tabellen lagres i (.csv, .json eller .txt)")
    tabell.add_argument("--format", choices=("tekst", "csv", "json"), help="hvordan den skrives; tekst, eller som filen heter")
    tabell.add_argument("--excel", action="store_true", help="CSV slik norsk Excel åpner den")
    tabell.add_argument("--liste", action="store_true", help="viser navnene på alle tabellene")


def _figure(sub: "argparse._SubParsersAction[_Parser]") -> None:
    figur = _command(sub, "figur", commands.figur, "lagrer en figur som png, svg eller pdf",
                     "planstrategi figur kapasitet -o kapasitet.png")  # fmt: skip
    figur.add_argument("navn", nargs="?", metavar="NAVN", help="figurens navn; se --liste")
    _register(figur)
    _saves(figur, "filen figuren lagres i (.png, .svg eller .pdf)")
    figur.add_argument("--storrelse", choices=("lysbilde", "a4"), default="lysbilde", help="hva figuren skal brukes til")
    figur.add_argument("--liste", action="store_true", help="viser navnene på alle figurene")


def _comparing(sub: "argparse._SubParsersAction[_Parser]") -> None:
    made = _command(sub, "sammenlign", commands.sammenlign, "viser hva som er endret fra en planstrategi til en annen",
                    "planstrategi sammenlign data/kommuner/ostre-toten/2024-2027 --git HEAD~1 -o endringer.docx")  # fmt: skip
    alone = "sammenlignes med perioden før, eller med det selv i git, når det bare oppgis ett"
    saved = "lagrer én side i Word (.docx), tabellen (.csv, .json, .txt), figuren (.png, .svg, .pdf) eller flere (.html)"
    many = "en mappe med flere gir én side (.html) med planstrategiene side om side"
    made.add_argument("gammel", nargs="?", metavar="GAMMEL", help=f"{A_FOLDER} i den eldste; {alone}; {many}. {MAY_GO}")
    made.add_argument("ny", nargs="?", metavar="NY", help=f"{A_FOLDER} i den nyeste")
    made.add_argument("--dato", metavar="ÅÅÅÅ-MM-DD", help=f"{DATO_HELP}; bare i NY når to sammenlignes")
    made.add_argument("--git", metavar="REV", help="les GAMMEL slik den var ved denne revisjonen i git, for eksempel HEAD~1")
    made.add_argument("--hva", choices=("endringer", "oppfyllelse"), default="endringer", help="hvilken tabell som vises")
    made.add_argument("--format", choices=("tekst", "csv", "json"), help="hvordan tabellen vises")
    _saves(made, saved)
    made.add_argument("--siden", metavar="ORD", default="", help="hva siden i Word kaller den eldste, for eksempel høringen")
    made.add_argument("--excel", action="store_true", help="CSV som norsk Excel åpner riktig")


def _law_check(sub: "argparse._SubParsersAction[_Parser]") -> None:
    lovsjekk = _command(sub, "lovsjekk", commands.lovsjekk, "sammenligner lovtekstene i katalogen med et lovarkiv",
                        "planstrategi lovsjekk gjeldende-lover.tar.bz2")  # fmt: skip
    archives = "Lovdatas arkiv (.tar.bz2), eller en mappe med arkiver, .xml- eller .md-filer"
    lovsjekk.add_argument("arkiv", metavar="ARKIV", help=archives)
    _register(lovsjekk, f"{A_FOLDER}, eller en mappe over, når bare vurderingene der skal med; alle når den utelates", dato=False)
    lovsjekk.add_argument("--katalog", metavar="MAPPE", help="mappen lovkrav.yaml ligger i, i stedet for data/nasjonalt")
    lovsjekk.add_argument("--format", choices=("tekst", "json"), default="tekst", help="hvordan resultatet vises")


def _new_municipality(sub: "argparse._SubParsersAction[_Parser]") -> None:
    ny = _command(sub, "ny-kommune", new_folders.ny_kommune, "lager mappen til en ny kommune eller periode",
                  "planstrategi ny-kommune Fjelldal --nummer 9999 --fylke innlandet --periode 2028-2031")  # fmt: skip
    ny.add_argument("navn", metavar="NAVN", help="kommunens navn, i anførselstegn når det er flere ord")
    ny.add_argument("--nummer", metavar="NNNN", required=True, help="kommunenummeret, fire sifre")
    county = "fylkets mappenavn under data/regionalt/; den trenger ikke finnes"
    ny.add_argument("--fylke", metavar="FYLKE", required=True, help=county)
    ny.add_argument("--periode", metavar="ÅÅÅÅ-ÅÅÅÅ", required=True, help="første og siste år")


def _next_period(sub: "argparse._SubParsersAction[_Parser]") -> None:
    ny = _command(sub, "ny-periode", new_folders.ny_periode, "lager et utkast til neste periode av et register",
                  "planstrategi ny-periode data/kommuner/ostre-toten/2024-2027 --fra 2028")  # fmt: skip
    _register(ny)
    ny.add_argument("--fra", metavar="ÅÅÅÅ", required=True, help="det første året i neste periode")
    ny.add_argument("-o", dest="mappe", metavar="MAPPE", help="mappen som lages; ellers ved siden av registerets egen")


def _hand_over(sub: "argparse._SubParsersAction[_Parser]") -> None:
    lag = _command(sub, "lag", commands.lag, "lager det som skal leveres videre, for eksempel lysbilder",
                   "planstrategi lag lysbilder -o lysbilder.pptx")  # fmt: skip
    lag.add_argument("hva", metavar="HVA", help="lysbilder, sak, plandokument, arbeidsbok, kalender eller datapakke")
    _register(lag)
    _saves(lag, "filen som lages; når den utelates, heter den som det som lages")
    lag.add_argument("--mal", metavar="MAL", help="kommunens egen mal: en .pptx for lysbilder, en .docx for sak og plandokument")
    which = "figurene lysbildene viser, i den rekkefølgen; se «planstrategi figur --liste»"
    lag.add_argument("--figurer", metavar="NAVN,NAVN", help=which)
    lag.add_argument("--kort", action="store_true", help="bare sammendraget på én side, for sak")


def _workbook(sub: "argparse._SubParsersAction[_Parser]") -> None:
    ut = _command(sub, "eksporter", workbook_commands.eksporter, "lager et regneark av registeret, til å endre og ta inn igjen",
                  "planstrategi eksporter -o register.xlsx")  # fmt: skip
    _register(ut, dato=False)
    _saves(ut, "regnearket som lages (.xlsx)", "register.xlsx")
    inn = _command(sub, "importer", new_folders.importer,
                   "leser et dokument inn til et utkast, eller et regneark inn i et register med --mot",
                   "planstrategi importer planstrategi.docx -o data/kommuner/fjelldal/2028-2031")  # fmt: skip
    source = "dokumentet med plantabellen (.docx, .xlsx, .pdf, .txt, .md eller .tsv), eller regnearket fra «eksporter», endret"
    inn.add_argument("kilde", metavar="KILDE", help=source)
    where = inn.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", dest="mappe", metavar="MAPPE", help="mappen utkastet lages i; den kan ikke ha et register")
    where.add_argument("--mot", metavar="REGISTER", help=f"registeret som er endret i regnearket: {ONE_REGISTER}")
    unknown = "når dokumentet ikke sier det; ellers står det som ukjent"
    inn.add_argument("--kommune", dest="navn", metavar="NAVN", help=f"kommunens navn, {unknown}")
    inn.add_argument("--nummer", metavar="NNNN", help=f"kommunenummeret, fire sifre, {unknown}")
    inn.add_argument("--fylke", metavar="FYLKE", help=f"fylkets mappenavn under data/regionalt/, {unknown}")
    inn.add_argument("--periode", metavar="ÅÅÅÅ-ÅÅÅÅ", help=f"første og siste år, {unknown}")
    inn.add_argument("--bruk", action="store_true", help="med --mot: skriver endringene inn i register.yaml")
    inn.add_argument("--format", choices=("tekst", "csv", "json"), default="tekst", help="med --mot: hvordan endringene vises")


def _judging(sub: "argparse._SubParsersAction[_Parser]") -> None:
    ut = _command(sub, "ut", workbook_commands.vurder_ut, "lager et regneark med det som bør vurderes",
                  "planstrategi vurder ut -o vurdering.xlsx")  # fmt: skip
    _register(ut)
    ut.add_argument("--hva", choices=("forventninger", "lovkrav"), default="forventninger", help="hva som skal vurderes")
    _saves(ut, "regnearket som lages (.xlsx)", "vurdering.xlsx")
    ut.add_argument("--alle", action="store_true", help="tar også med det som er vurdert før og ikke er foreløpig")
    inn = _command(sub, "inn", workbook_commands.vurder_inn, "viser hva et utfylt regneark endrer, og tar det inn med --lagre",
                   "planstrategi vurder inn vurdering.xlsx --lagre")  # fmt: skip
    inn.add_argument("fil", metavar="FIL", help="regnearket fra «planstrategi vurder ut», utfylt")
    _register(inn, dato=False)
    inn.add_argument("--format", choices=("tekst", "csv", "json"), default="tekst", help="hvordan endringene vises")
    inn.add_argument("--lagre", action="store_true", help="legger settet til i vurderinger/forventninger.yaml eller lovkrav.yaml")


def _command(sub: "argparse._SubParsersAction[_Parser]", name: str, run: object, help_: str, example: str) -> _Parser:
    made = sub.add_parser(name, help=help_, description=help_[0].upper() + help_[1:] + ".", epilog=f"Eksempel: {example}")
    made.set_defaults(run=run)
    return made


A_FOLDER = "mappen med register.yaml"
MAY_GO = "Kan utelates når det bare finnes ett som ikke er et utkast."


ONE_REGISTER = f"{A_FOLDER}, eller en mappe over med bare ett. {MAY_GO}"
DATO_HELP = "regn som om det var denne dagen, i stedet for registerets per_dato"


def _register(command: argparse.ArgumentParser, help_: str = ONE_REGISTER, dato: bool = True) -> None:
    command.add_argument("register", nargs="?", metavar="REGISTER", help=help_)
    if dato:
        command.add_argument("--dato", metavar="ÅÅÅÅ-MM-DD", help=DATO_HELP)


def _saves(command: argparse.ArgumentParser, help_: str, fil: str | None = None) -> None:
    command.add_argument("-o", dest="fil", metavar="FIL", default=fil, help=help_)
    command.add_argument("--overskriv", action="store_true", help="erstatter filen hvis den finnes")
