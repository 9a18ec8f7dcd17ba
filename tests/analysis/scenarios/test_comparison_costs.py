"""What an option costs is counted thing by thing, as its sentence says it, and what nobody has judged is not said to be 0."""

from dataclasses import replace

import planstrategi as ps
from planstrategi.analysis.scenarios.comparison import costs_finding, option_costs

VACANCY, WAIT = "Eksempel: beredskapskoordinator ledig et halvt år", "Eksempel: vent med det som ikke er avklart"


def test_what_an_option_costs_is_what_its_sentence_says(ostre_toten):
    costs = option_costs(ostre_toten).pivot(index="rad", columns="kolonne", values="antall_planer")
    said = ps.table("scenarier", ostre_toten).set_index("scenario")["koster"].dropna()
    assert set(costs.index) == set(said.index)
    assert said[VACANCY].startswith("1 skal-krav svekket, 4 forventninger svart på senere")
    assert costs.loc[VACANCY, ["Lovkrav svekket", "Forventninger svart på senere"]].tolist() == [1, 4]
    assert "4 planer med færre år" in said[WAIT]
    assert costs.loc[WAIT, "Planer med færre år eller slått sammen"] == 4 == costs.loc[WAIT].sum()
    assert costs_finding(ostre_toten) == "3 av 3 scenarier har en kjent kostnad i krav, forventninger eller planer."


def test_what_nobody_has_judged_is_not_said_to_cost_nothing(ostre_toten):
    unjudged = replace(ostre_toten, vurderinger=None, lovvurderinger=None)
    judged = option_costs(unjudged).drop_duplicates("kolonne").set_index("kolonne")["vurdert"]
    assert judged[~judged].index.tolist() == ["Lovkrav svekket", "Forventninger svart på senere"]
    assert costs_finding(unjudged).under == "Ikke vurdert: lovkrav svekket og forventninger svart på senere."


def test_without_scenarios_there_is_nothing_to_draw(ostre_toten):
    without = replace(ostre_toten, scenarier=None)
    assert option_costs(without).empty and costs_finding(without) == "Ingen har laget scenarier ennå."
    assert ps.figure("scenario-kostnad", without).nothing
