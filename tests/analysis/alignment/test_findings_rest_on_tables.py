"""Every number in a sentence on expectations stands in the rows of the table it rests on, in whatever register."""

import re

import pandas as pd
import pytest
from registers import OSTRE_TOTEN
from test_coverage_parts import VALID, partly_judged

import planstrategi as ps

YARDSTICK = [*VALID, OSTRE_TOTEN, (OSTRE_TOTEN, "2026-11-26"), partly_judged]
WHOLE = ["antall_minst_delvis", "antall_svart", "antall_svakt", "antall_ingen_plan", "antall_ikke_vurdert"]


@pytest.fixture(params=YARDSTICK, ids=lambda one: getattr(one, "__name__", str(one)[-40:].replace("/", "-")))
def register(request, tmp_path):
    one = request.param
    return one(tmp_path) if callable(one) else ps.load(*one) if isinstance(one, tuple) else ps.load(one)


def cells(frame, *names):
    """Return the numbers of some columns, and of how many that are judged they are a part."""
    judged = {*(frame["antall"] - frame["antall_ikke_vurdert"])} if "antall_ikke_vurdert" in frame else set()
    return {*frame[["antall", *names]].to_numpy().ravel().tolist(), *judged}


def yes_no(flags, known=None):
    """Return how many rows have a thing, have not, are known to, and are not known to, and all of them."""
    known = pd.Series(True, index=flags.index) if known is None else known
    return {int(flags.sum()), int((known & ~flags).sum()), int(known.sum()), int((~known).sum()), len(flags)}


def points(register):
    frame = ps.table("forventninger", register).query('antall_punkter.notna() and status != "gjelder ikke"')
    by_document = frame.groupby("dokument")
    return {*frame["antall_punkter"]} | {int(one["nummer"].notna().sum()) for _, one in by_document}


def of_all(frame):
    return frame[frame["nivaa"] == "alle"]


def expectations(register):
    return cells(of_all(ps.table("forventningsdekning", register)), *WHOLE, "antall_gyldighet_ukjent") | points(register)


def plans(register):
    frame = ps.table("vurderte-planer", register)
    known, partly = frame["status"] != "ikke vurdert", frame["antall_sterk"] + frame["antall_delvis"] > 0
    return yes_no(partly, known) | {
        int(((frame["status"] == "svarer") & ~partly).sum()),
        int((frame["status"] == "svarer ikke").sum()),
    }


def levels(register):
    return cells(ps.table("forventningsdekning", register).query("gruppe == 'alle'"), *WHOLE) | points(register)


def then_and_now(register):
    return cells(of_all(ps.table("da-og-naa", register)), *WHOLE)


def goals(register):
    frame = ps.table("maaldekning", register).query("antall > 0")
    partly = frame["antall_minst_delvis"] > 0
    shares = frame["antall_minst_delvis"] / frame["antall"]
    lowest = frame[shares == shares.min()]
    said = {*lowest["antall_minst_delvis"], *lowest["antall"]}
    return yes_no(partly, partly | (frame["antall_ikke_vurdert"] == 0)) | {*frame["maal_nr"]} | said


def chapters(register):
    met = ps.table("kapittel-omraade", register).groupby("omraade")["antall_planer"].sum() > 0
    return {*range(int(met.sum()), len(met) + 1)} | {0}


def silence(register):
    frame = ps.table("taushet-nivaa", register).query("nivaa_under == 'lokal'")
    return cells(frame, "antall_forbundet") | points(register)


def years(register):
    frame = of_all(ps.table("forventninger-aar", register))
    names = ["antall_naadd_delvis", "antall_naadd_avledet", "antall_utloept"]
    return cells(frame, *names, "aar")


def slips(register):
    frame = ps.table("forsinkelse", register)
    return {*frame["antall_forsinket"]} | {
        int((frame["antall_forsinket"] == number).sum()) for number in frame["antall_forsinket"]
    }


def sensitivity(register):
    return cells(of_all(ps.table("folsomhet", register)), *WHOLE)


def agreement(register):
    row = ps.table("enighet", register).iloc[0]
    return {*row[["antall_par", "antall_like", "antall_hoyere", "antall_lavere"]]}


def areas(register):
    frame = ps.table("forventninger", register)
    chapter = (frame["slag"] == "kapittel") & (frame["nivaa"] == "nasjonal")
    frame = frame[(chapter | (frame["slag"] == "satsingsområde")) & ~frame["status"].isin(["gjelder ikke", "gyldighet ukjent"])]
    counts = frame["status"].value_counts()
    parts = [counts.get(word, 0) for word in ("sterkt", "delvis", "svakt", "ingen plan", "ikke vurdert")]
    return {len(frame), len(frame) - parts[4], parts[0] + parts[1], *parts[2:]}


RESTS_ON = {
    "forventninger": expectations, "koblinger": plans, "forventningsdekning": levels, "da-og-naa": then_and_now,
    "maaldekning": goals, "krysskobling": chapters, "taushet": silence, "forventninger-aar": years, "forsinkelse": slips,
    "folsomhet": sensitivity, "enighet": agreement, "satsingsomraader": areas,
}  # fmt: skip


def numbers_in(register, said):
    """Return the numbers of a sentence and the line below it, but for dates, kappa and those in names."""
    names = [plan.label for plan in register.planer] + [goal.navn for goal in register.goals()]
    names += [document.label for file in register.expectation_files() for document in file.dokumenter]
    names += [area.navn for area in register.satsingsomraader]
    text = f"{said} {said.under}"
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return {int(number) for number in re.findall(r"\d+", re.sub(r"\d\d\.\d\d\.\d{4}|\d,\d+", "", text))}


@pytest.mark.parametrize("subject", RESTS_ON)
def test_every_number_in_a_sentence_on_expectations_stands_in_its_table(register, subject):
    assert numbers_in(register, ps.finding(subject, register)) <= RESTS_ON[subject](register)


def test_the_kappa_that_is_said_stands_in_its_table(register):
    said = re.findall(r"(\d),(\d\d)", ps.finding("enighet", register).under)
    kappa = ps.table("enighet", register)["kappa"].iloc[0]
    assert [float(".".join(one)) for one in said] == ([kappa] if said else [])
    assert bool(said) != pd.isna(kappa)


@pytest.mark.parametrize(("ends", "rows"), [("Forventninger", expectations), ("Planer som", plans)])
def test_every_key_figure_on_expectations_stands_in_a_table_and_the_parts_add_up(register, ends, rows):
    frame = ps.table("nokkeltall", register)
    found = frame[frame["nokkeltall"].str.startswith(ends) & ~frame["nokkeltall"].str.contains("kjent om")]["verdi"]
    numbers = [[int(number) for number in re.findall(r"\d+", value)] for value in found]
    assert {number for several in numbers for number in several} <= rows(register)
    assert not numbers or len(numbers) == 1 or sum(one[0] for one in numbers) == numbers[0][-1]
