"""The one table of rules. data/README.md prints it; a new rule is a function and a row here."""

from planstrategi.checks import (
    assumptions,
    expectation_catalogue,
    judgements,
    law_catalogue,
    law_judgements,
    plan_adoption,
    plan_law,
    plan_relations,
    plan_time,
    waivers,
    whole_register,
)
from planstrategi.checks.rule import KEEPER, OWNER, Rule
from planstrategi.model.scenarios import BASE

FEIL, ADVARSEL, MERKNAD = "feil", "advarsel", "merknad"

# fmt: off
PLAN_RULES = (
    Rule("REG201", ADVARSEL, "Arbeidet skal starte, men ingen år er merket.", "et merket år når arbeidet starter", ("oppstart", "aar"), OWNER, plan_time.start_without_year, ("oppstart",)),
    Rule("REG202", ADVARSEL, "År er merket for en plan som ikke skal revideres.", "ingen år, eller noe som gjøres årlig", ("planbehov", "aar", "aarlig"), KEEPER, plan_time.years_without_revision),
    Rule("REG203", ADVARSEL, "Gyldigheten løp ut før perioden.", "gyldighet som rekker inn i perioden", ("gyldig_til",), OWNER, plan_time.expired_before_period, ("gyldig_til",)),
    Rule("REG204", ADVARSEL, "Gyldigheten løper ut i perioden uten at revisjon er planlagt.", "revisjon, erstatning eller oppheving", ("gyldig_til", "planbehov", "aar"), OWNER, plan_time.expires_unrevised, ("gyldig_til",)),
    Rule("REG205", ADVARSEL, "Arbeidet begynner etter at gyldigheten har løpt ut.", "arbeid som begynner mens planen gjelder", ("gyldig_til", "aar", "oppstart"), OWNER, plan_time.revision_after_expiry, ("gyldig_til",)),
    Rule("REG206", ADVARSEL, "Planen skal revideres før utløp, men år etter utløp er merket.", "år til og med utløpsåret", ("foer_utlop", "gyldig_til", "aar"), OWNER, plan_time.years_after_expiry, ("foer_utlop",)),
    Rule("REG207", ADVARSEL, "Planen skal revideres før utløp, men utløp er ikke oppgitt.", "gyldig_til", ("foer_utlop", "gyldig_til"), KEEPER, plan_time.before_expiry_without_expiry, ("foer_utlop",)),
    Rule("REG208", ADVARSEL, "Noe gjøres hvert år, men ingen år er merket.", "år for det årlige arbeidet", ("aarlig", "aar"), OWNER, plan_time.yearly_without_years, ("aarlig",)),
    Rule("REG209", ADVARSEL, "Planen skal lages eller revideres, men har verken år, oppstart eller noe den venter på.", "et merket år", ("planbehov", "aar", "oppstart", "venter_paa", "aarlig"), OWNER, plan_time.revision_without_year),
    Rule("REG210", FEIL, "Et merket år ligger utenfor perioden.", "år i perioden", ("aar",), KEEPER, plan_time.years_outside_period),
    Rule("REG211", ADVARSEL, "Oppstart og første merkede år stemmer ikke.", "samme år", ("oppstart", "aar"), KEEPER, plan_time.start_against_years, ("oppstart",)),
    Rule("REG212", ADVARSEL, "Arbeidet skal være ferdig eller vedtatt i et annet år enn det siste merkede.", "samme år, eller noe som gjøres årlig", ("ferdig", "skal_vedtas", "aar", "aarlig"), OWNER, plan_time.finish_against_years, ("ferdig", "skal_vedtas")),
    Rule("REG213", FEIL, "Arbeidet er ferdig før det starter.", "ferdig etter oppstart", ("ferdig", "skal_vedtas", "oppstart"), KEEPER, plan_time.finish_before_start, ("ferdig", "skal_vedtas")),
    Rule("REG214", ADVARSEL, "Planen skal vedtas før arbeidet er ferdig.", "vedtak når arbeidet er ferdig", ("ferdig", "skal_vedtas"), KEEPER, plan_time.adoption_before_finish, ("ferdig",)),
    Rule("REG215", FEIL, "Gyldigheten slutter før den begynner.", "gyldig_fra før gyldig_til", ("gyldig_fra", "gyldig_til"), KEEPER, plan_time.validity_backwards, ("gyldig_fra",)),
    Rule("REG216", ADVARSEL, "Arbeidet pågår, men ingen gjenstående år er merket.", "et merket år fra og med per_dato", ("status", "aar"), OWNER, plan_time.status_against_years, ("status",)),
    Rule("REG217", ADVARSEL, "Status og oppstart stemmer ikke.", "oppstart som har vært når arbeidet pågår", ("status", "oppstart"), OWNER, plan_time.started_before_start, ("oppstart",)),
    Rule("REG218", ADVARSEL, "Planen er ny og likevel gjeldende.", "en annen status, eller et annet planbehov", ("status", "planbehov"), KEEPER, plan_time.in_force_against_decision, ("status",)),
    Rule("REG219", ADVARSEL, "Planen videreføres uten endringer, men det er oppgitt arbeid med den.", "et annet planbehov, eller noe som gjøres årlig", ("planbehov", "status", "oppstart", "ferdig", "aar", "aarlig"), KEEPER, plan_time.work_on_unchanged),
    Rule("REG220", ADVARSEL, "Gjeldende utgave er ikke ført som politisk vedtatt.", "politisk vedtak", ("vedtatt_av",), OWNER, plan_adoption.never_political, ("vedtatt_av",)),
    Rule("REG221", ADVARSEL, "Gjeldende utgave er eldre enn to kommunestyreperioder.", "en utgave yngre enn åtte år", ("vedtatt", "datert", "revidert"), OWNER, plan_adoption.older_than_two_terms, ("vedtatt", "datert", "revidert")),
    Rule("REG222", FEIL, "Utgaven er vedtatt, datert eller revidert etter per_dato.", "et tidspunkt før per_dato", ("vedtatt", "datert", "revidert"), KEEPER, plan_adoption.adopted_in_future, ("vedtatt", "datert", "revidert")),
    Rule("REG223", ADVARSEL, "Tidspunktet for vedtak eller ferdigstilling er passert.", "et tidspunkt etter per_dato, eller hva som skjedde", ("skal_vedtas", "ferdig"), OWNER, plan_adoption.adoption_passed, ("skal_vedtas", "ferdig")),
    Rule("REG224", ADVARSEL, "Planen skal vedtas, men den videreføres uten endringer, erstattes eller oppheves.", "et annet planbehov, eller ingen skal_vedtas", ("planbehov", "skal_vedtas", "skal_vedtas_av", "skal_vedtas_organ"), KEEPER, plan_adoption.adoption_without_plan, ("skal_vedtas", "skal_vedtas_av", "skal_vedtas_organ")),
    Rule("REG225", FEIL, "Utgaven er vedtatt etter at den løp ut.", "vedtatt før gyldig_til", ("vedtatt", "gyldig_til"), KEEPER, plan_adoption.adopted_after_expiry, ("vedtatt",)),
    Rule("REG226", ADVARSEL, "Datert, vedtatt og revidert kommer i feil rekkefølge.", "datert, så vedtatt, så revidert", ("vedtatt", "datert", "revidert"), KEEPER, plan_adoption.dated_after_adoption, ("datert", "revidert")),
    Rule("REG227", FEIL, "Neste utgave skal vedtas før den gjeldende ble vedtatt.", "skal_vedtas etter vedtatt", ("vedtatt", "skal_vedtas"), KEEPER, plan_adoption.next_before_last, ("skal_vedtas",)),
    Rule("REG228", ADVARSEL, "Planen vedtas på en annen måte enn tabellens innledning sier.", "det tabellen sier", ("kilde", "vedtatt_av", "skal_vedtas_av"), OWNER, plan_adoption.against_table, ("vedtatt_av", "skal_vedtas_av")),
    Rule("REG229", MERKNAD, "Organet er oppgitt, men ikke om vedtaket er politisk.", "politisk eller administrativt", ("vedtatt_organ", "vedtatt_av", "skal_vedtas_organ", "skal_vedtas_av"), KEEPER, plan_adoption.organ_against_manner, ("vedtatt_organ", "skal_vedtas_organ")),
    Rule("REG230", MERKNAD, "Arbeidet inngår i en annen plan og telles derfor to ganger.", "ett av tallene: kolonnen antall_uten_dobbelt teller arbeidet én gang", ("inngaar_i", "aar"), KEEPER, plan_relations.double_counted, ("inngaar_i",)),
    Rule("REG231", ADVARSEL, "Planen har år som planen den inngår i ikke har.", "år som helheten også har", ("inngaar_i", "aar"), OWNER, plan_relations.years_outside_whole, ("inngaar_i",)),
    Rule("REG232", ADVARSEL, "Planbehov og erstattes_av stemmer ikke.", "begge eller ingen", ("planbehov", "erstattes_av"), KEEPER, plan_relations.replaced_by_nothing),
    Rule("REG233", ADVARSEL, "Planen erstattes av en plan som ikke skal lages eller revideres.", "en plan som lages eller revideres", ("erstattes_av", "planbehov"), OWNER, plan_relations.replaced_by_unmade, ("erstattes_av",)),
    Rule("REG234", ADVARSEL, "Planen venter på andre, og ingen år er merket.", "et merket år, eller oppstart", ("venter_paa", "aar", "oppstart"), OWNER, plan_relations.waits_without_year, ("venter_paa",)),
    Rule("REG235", ADVARSEL, "Planen er ferdig før planen den venter på begynner.", "år etter planen det ventes på", ("venter_paa", "aar"), OWNER, plan_relations.waits_for_later, ("venter_paa",)),
    Rule("REG236", MERKNAD, "Planen venter, men det står ikke på hva.", "venter_paa", ("status", "venter_paa"), OWNER, plan_relations.waits_and_works, ("status",)),
    Rule("REG237", ADVARSEL, "Planer som skal samordnes har ingen felles år.", "minst ett felles år", ("samordnes_med", "aar"), OWNER, plan_relations.coordinated_apart, ("samordnes_med",)),
    Rule("REG238", FEIL, "Planen viser til seg selv.", "en annen plan", ("id", "inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av", "venter_paa"), KEEPER, plan_relations.related_to_itself, ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av", "venter_paa")),
    Rule("REG239", ADVARSEL, "Planen står både i inngaar_i og kan_inngaa_i.", "én av dem", ("inngaar_i", "kan_inngaa_i"), KEEPER, plan_relations.part_and_maybe_part, ("kan_inngaa_i",)),
    Rule("REG240", FEIL, "Planer inngår i hverandre i ring.", "en helhet som ikke inngår i delen", ("inngaar_i",), KEEPER, plan_relations.parts_in_circle, ("inngaar_i",)),
    Rule("REG241", MERKNAD, "Ingen rolle er oppgitt.", "minst én rolle", ("roller",), OWNER, plan_relations.role_missing),
    Rule("REG242", ADVARSEL, "Rollen hører til et annet kommunalområde enn planen.", "en rolle i ansvarlig eller medvirkende område", ("roller", "ansvarlig", "medvirkende"), KEEPER, plan_relations.role_elsewhere, ("roller",)),
    Rule("REG243", ADVARSEL, "Ansvarlig kommunalområde står også som medvirkende.", "andre områder", ("medvirkende", "ansvarlig"), KEEPER, plan_relations.takes_part_in_own, ("medvirkende",)),
    Rule("REG244", MERKNAD, "Kilden sier ikke hva som er bestemt for planen.", "et planbehov", ("planbehov",), OWNER, plan_relations.decision_missing),
    Rule("REG245", ADVARSEL, "Planen oppheves eller erstattes, men noe gjøres hvert år.", "et annet planbehov, eller ingenting årlig", ("planbehov", "aarlig"), OWNER, plan_relations.dropped_but_yearly, ("aarlig",)),
    Rule("REG246", ADVARSEL, "Planen oppheves, men er merket i flere år.", "høyst ett år", ("planbehov", "aar"), OWNER, plan_relations.dropped_but_in_years),
    Rule("REG247", ADVARSEL, "Planen inngår eller kan inngå i en plan som ikke skal lages eller revideres.", "en plan som lages eller revideres", ("inngaar_i", "kan_inngaa_i", "planbehov", "aarlig"), OWNER, plan_relations.part_of_unmade, ("inngaar_i", "kan_inngaa_i")),
    Rule("REG248", ADVARSEL, "Planen løper ut før arbeidet med planen som erstatter den, begynner.", "arbeid som begynner mens planen gjelder", ("gyldig_til", "erstattes_av", "aar"), OWNER, plan_relations.gap_before_successor, ("erstattes_av",)),
    Rule("REG249", ADVARSEL, "Planer venter på hverandre i ring.", "en plan som ikke venter på denne", ("venter_paa",), OWNER, plan_relations.waits_in_circle, ("venter_paa",)),
    Rule("REG260", ADVARSEL, "Planen er gjeldende, men ikke gyldig på per_dato.", "gyldighet som dekker per_dato, eller en annen status", ("status", "gyldig_fra", "gyldig_til"), OWNER, plan_time.in_force_outside_validity, ("status",)),
    Rule("REG261", ADVARSEL, "Planen skal revideres før utløp, men blir ferdig eller vedtas etter utløpet.", "ferdig og vedtatt til og med gyldig_til", ("foer_utlop", "gyldig_til", "skal_vedtas", "ferdig"), OWNER, plan_time.next_after_expiry, ("foer_utlop",)),
    Rule("REG262", ADVARSEL, "Årene i navnet og gyldigheten stemmer ikke.", "de samme årene", ("navn", "gyldig_fra", "gyldig_til"), KEEPER, plan_time.name_against_validity, ("gyldig_fra", "gyldig_til")),
    Rule("REG263", ADVARSEL, "Planen er til politisk behandling, men skal vedtas administrativt.", "politisk, eller en annen status", ("status", "skal_vedtas_av"), KEEPER, plan_adoption.political_by_administration, ("skal_vedtas_av",)),
    Rule("REG264", ADVARSEL, "Utgaven er datert eller revidert etter at den løp ut.", "datert og revidert før gyldig_til", ("gyldig_til", "datert", "revidert"), KEEPER, plan_adoption.dated_after_expiry, ("datert", "revidert")),
    Rule("REG265", ADVARSEL, "Kommunestyret selv vedtar kommuneplanen (pbl. § 11-15), men planen er ført som administrativt vedtatt.", "politisk", ("plantype", "vedtatt_av", "skal_vedtas_av"), OWNER, plan_law.kommuneplan_by_administration, ("vedtatt_av", "skal_vedtas_av")),
    Rule("REG266", ADVARSEL, "En arealplan har ingen handlingsdel (pbl. §§ 11-1 og 11-2).", "en annen plantype, eller ingen handlingsdel", ("plantype", "planbehov", "aarlig"), KEEPER, plan_law.action_part_of_area_plan),
    Rule("REG267", ADVARSEL, "Arealplanen erstattes av en plan som ikke er en arealplan.", "en arealplan, eller planbehov oppheves", ("plantype", "erstattes_av"), OWNER, plan_law.area_plan_replaced_by_other, ("erstattes_av",)),
    Rule("REG268", ADVARSEL, "Planen oppheves, men kilden sier at en lov krever eller regulerer den.", "en plan som erstatter den, eller et annet planbehov", ("planbehov", "statutter", "erstattes_av"), OWNER, plan_law.required_but_dropped, ("statutter",)),
)
REGISTER_RULES = (
    Rule("REG250", FEIL, "Perioden slutter før den begynner.", "fra før til", ("periode",), KEEPER, whole_register.period_backwards),
    Rule("REG251", FEIL, "To planer står i samme rad i kilden.", "én plan per rad", ("kilde",), KEEPER, whole_register.row_twice),
    Rule("REG252", FEIL, "Planene i tabellen stemmer ikke med radene.", "én plan for hver rad fra 1 til antall_rader", ("tabeller", "kilde"), KEEPER, whole_register.rows_missing),
    Rule("REG253", FEIL, "Beslutningen og planens rad sier ikke det samme.", "samme planbehov", ("beslutninger", "planbehov"), KEEPER, whole_register.decision_against_plan),
    Rule("REG254", ADVARSEL, "Delen av kommuneplanen har ingen beslutning (pbl. § 10-1 tredje ledd).", "en post under beslutninger", ("beslutninger", "plantype"), KEEPER, whole_register.kommuneplan_undecided),
    Rule("REG255", FEIL, "Satsingsområdet er sin egen forelder.", "et annet satsingsområde", ("satsingsomraader",), KEEPER, whole_register.parent_of_itself),
    Rule("REG256", MERKNAD, "Rollen er deklarert, men ingen plan bruker den.", "roller som er i bruk", ("roller",), KEEPER, whole_register.role_unused),
    Rule("REG257", FEIL, "per_dato er før dokumentet ble vedtatt.", "en dag etter vedtaket", ("per_dato", "dokument"), KEEPER, whole_register.dated_before_adoption),
    Rule("REG258", ADVARSEL, "Lesningen gjelder et felt som ikke finnes.", "navnet på et felt i planens post", ("lesninger",), KEEPER, whole_register.reading_of_unknown_field),
    Rule("REG269", ADVARSEL, "Kommunestyret konstituerer seg etter valget og innen utgangen av oktober i valgåret (kommuneloven § 7-1).", "en dag i september eller oktober i et valgår", ("kommune",), KEEPER, law_judgements.constituted_outside_law),
    Rule("REG270", FEIL, "Det teksten sier om prosessen, gjelder et krav som ikke er et prosesskrav.", "et prosesskrav fra nasjonalt/lovkrav.yaml", ("prosess",), KEEPER, law_judgements.process_of_other_kind),
    Rule("REG271", ADVARSEL, "Noe i prosessen er ført som gjort uten at det står hvilket krav det gjelder.", "et krav, eller ingen gjort", ("prosess",), KEEPER, law_judgements.done_without_requirement),
    Rule("REG301", MERKNAD, "Unntaket er utløpt og dekker ingenting.", "en dato fra og med per_dato", ("unntak", "per_dato"), KEEPER, waivers.waiver_expired),
)
JUDGEMENT_RULES = (
    Rule("FOR201", FEIL, "Samme plan og forventning er vurdert to ganger i ett sett.", "én vurdering per par", ("plan", "forventning"), KEEPER, judgements.pair_twice),
    Rule("FOR202", ADVARSEL, "To vurderinger av samme plan har samme begrunnelse.", "en begrunnelse for hver vurdering", ("plan", "grunn"), KEEPER, judgements.same_reason),
    Rule("FOR203", FEIL, "Navnet alene bærer høyst graden svak.", "svak", ("grad", "grunnlag"), KEEPER, judgements.name_carries_too_much),
    Rule("FOR204", ADVARSEL, "Planens rad har ikke det vurderingen hviler på.", "et grunnlag som står i raden", ("plan", "grunnlag"), KEEPER, judgements.statute_not_in_row),
    Rule("FOR205", ADVARSEL, "Settet er vurdert etter dagen filen er kjent per.", "naar til og med per_dato i samme fil", ("naar", "per_dato"), KEEPER, judgements.set_after_file),
    Rule("FOR206", FEIL, "Forventningen er trukket tilbake.", "en forventning som gjaldt da settet ble vurdert", ("forventning",), KEEPER, judgements.judged_withdrawn),
    Rule("FOR207", FEIL, "Graden ingen og grunnlaget taus hører sammen.", "grad: ingen med grunnlag: taus, eller ingen av dem", ("grad", "grunnlag"), KEEPER, judgements.none_against_ground),
    Rule("FOR208", FEIL, "Planen er både ført som ikke vurdert og vurdert i samme sett.", "én av delene", ("ikke_vurdert", "vurderinger"), KEEPER, judgements.unable_and_judged),
    Rule("FOR209", FEIL, "Målkoblingen gjelder noe annet enn kommunens egne satsingsområder.", "et satsingsområde i registeret; andre har målene i katalogen", ("maal",), KEEPER, judgements.goals_of_other),
)
EXPECTATION_RULES = (
    Rule("KAT201", FEIL, "Utgaven av dokumentet slutter før den begynner.", "fra før til", ("utgaver",), KEEPER, expectation_catalogue.edition_backwards),
    Rule("KAT202", FEIL, "Utgaven har både en kjent og en tidligst mulig start.", "fra, eller tidligst når fra ikke er kjent", ("utgaver",), KEEPER, expectation_catalogue.start_twice),
)
GOAL_RULES = (
    Rule("KAT203", FEIL, "Bærekraftsmålet står to ganger i katalogen.", "hvert mål én gang", ("maal",), KEEPER, expectation_catalogue.goal_twice),
    Rule("KAT204", FEIL, "Katalogen har ikke alle bærekraftsmålene.", "målene 1–17", ("maal",), KEEPER, expectation_catalogue.goals_missing),
)
EFFORT_RULES = (
    Rule("KAP201", FEIL, "Lavt, sannsynlig og høyt står ikke i stigende rekkefølge.", "lav ≤ sannsynlig ≤ hoy", ("innsats",), KEEPER, assumptions.national_range_disordered),
)
ASSUMPTION_RULES = (
    Rule("KAP202", FEIL, "Lavt, sannsynlig og høyt i kommunens egen innsats står ikke i stigende rekkefølge.", "lav ≤ sannsynlig ≤ hoy", ("innsats",), KEEPER, assumptions.own_range_disordered),
    Rule("KAP203", FEIL, "Egen innsats må gjelde enten et slag arbeid eller en plan, og ha et tall.", "innsats eller plan, og maanedsverk; for et slag arbeid kan det være bare kalendermaaneder", ("innsats",), KEEPER, assumptions.own_effort_of_nothing),
    Rule("KAP204", FEIL, "Kapasitet og fradrag må gjelde enten et kommunalområde eller en rolle.", "omraade eller rolle", ("kapasitet", "fradrag"), KEEPER, assumptions.capacity_of_nothing),
    Rule("KAP205", FEIL, "Kapasiteten er oppgitt to ganger for samme år.", "ett tall per år", ("kapasitet",), KEEPER, assumptions.capacity_twice),
    Rule("KAP206", ADVARSEL, "Kapasiteten eller fradraget gjelder år utenfor perioden.", "et år i perioden", ("kapasitet", "fradrag"), KEEPER, assumptions.capacity_outside_period),
    Rule("KAP207", FEIL, "Fradraget må slutte etter at det begynner, og være enten månedsverk eller prosent.", "til samme år som fra eller senere, og maanedsverk eller prosent", ("fradrag",), KEEPER, assumptions.deduction_disordered),
    Rule("KAP208", FEIL, "Egen innsats er oppgitt to ganger for det samme.", "ett anslag for hvert slag arbeid og hver plan", ("innsats",), KEEPER, assumptions.own_effort_twice),
    Rule("KAP209", ADVARSEL, "Fradraget gjelder noe det ikke er oppgitt kapasitet for, og teller ikke.", "et område eller en rolle som har kapasitet", ("fradrag",), KEEPER, assumptions.deduction_of_no_capacity),
)
SCENARIO_RULES = (
    Rule("KAP301", FEIL, "Et år i scenariet ligger utenfor perioden.", "år i perioden", ("scenarier",), KEEPER, assumptions.scenario_outside_period),
    Rule("KAP302", FEIL, "Scenariet gjør to ting med samme plan.", "én endring for hver plan", ("scenarier",), KEEPER, assumptions.plan_changed_twice),
    Rule("KAP303", FEIL, "Planen som skal ta opp i seg andre, blir selv borte i scenariet.", "en plan som blir stående", ("scenarier",), KEEPER, assumptions.merged_into_itself),
    Rule("KAP304", FEIL, "Planen som legges til, finnes i registeret.", "en ny id", ("scenarier",), KEEPER, assumptions.added_plan_exists),
    Rule("KAP305", FEIL, "Kapasiteten i scenariet må gjelde enten et kommunalområde eller en rolle.", "omraade eller rolle", ("scenarier",), KEEPER, assumptions.new_capacity_of_nothing),
    Rule("KAP306", FEIL, "Navnet på scenariet er brukt før.", f"et navn som ingen andre har, heller ikke «{BASE}»", ("scenarier",), KEEPER, assumptions.scenario_name_taken),
    Rule("KAP307", FEIL, "Det samme er oppgitt to ganger i scenariet.", "ett tall per år, og én vakanse om gangen for hver rolle", ("scenarier",), KEEPER, assumptions.said_twice_in_scenario),
    Rule("KAP308", FEIL, "Endringen i scenariet er tom.", "minst ett år eller én plan; bruk dropp når planen ikke skal lages", ("scenarier",), KEEPER, assumptions.empty_change),
    Rule("KAP309", ADVARSEL, "Scenariet endrer ingenting.", "minst én endring", ("scenarier",), KEEPER, assumptions.scenario_without_change),
)
CATALOGUE_RULES = (
    Rule("LOV201", FEIL, "To utgaver av kravet gjelder samtidig, eller står i feil rekkefølge.", "utgaver som følger etter hverandre, eldste først", ("versjoner",), KEEPER, law_catalogue.versions_overlap),
    Rule("LOV202", FEIL, "Utgaven av kravet slutter før den begynner.", "fra før til", ("versjoner",), KEEPER, law_catalogue.version_backwards),
    Rule("LOV203", ADVARSEL, "Utgaven begynner før loven den hviler på, ble gitt.", "en dato etter loven, eller den eldre lovens hjemmel", ("versjoner", "hjemmel"), KEEPER, law_catalogue.older_than_its_basis),
    Rule("LOV204", FEIL, "Hjemmelen må peke på ett sted i loven.", "paragraf, punkt eller kapittel, og bare én av dem", ("hjemmel",), KEEPER, law_catalogue.place_missing),
    Rule("LOV205", FEIL, "Stedet finnes ikke i de lagrede lovtekstene.", "en paragraf, et punkt og et ledd som finnes", ("hjemmel",), KEEPER, law_catalogue.place_unknown),
    Rule("LOV206", FEIL, "Regelen for når kravet gjentar seg, kan ikke regnes ut.", "feltene regelen regnes av, og ingen andre", ("gjentakelse",), KEEPER, law_catalogue.rule_not_computable),
    Rule("LOV207", FEIL, "Valgperiodene kan ikke regnes ut.", "kommunestyrevalg med fire år mellom, eldste først", ("valg",), KEEPER, law_catalogue.elections_uncountable),
    Rule("LOV208", ADVARSEL, "Et betinget krav må si hva vilkåret er.", "vilkaar", ("relevans", "vilkaar"), KEEPER, law_catalogue.condition_missing),
)
LEGAL_JUDGEMENT_RULES = (
    Rule("LOV301", FEIL, "Samme krav og plan er vurdert to ganger i ett sett.", "én vurdering; en annen vurderer er et nytt sett", ("krav", "plan", "svar"), KEEPER, law_judgements.judged_twice),
    Rule("LOV302", FEIL, "Vurderingen gjelder flere ting på én gang.", "én av plan, omtalt og planstrategien", ("plan", "omtalt", "planstrategien"), KEEPER, law_judgements.several_targets),
    Rule("LOV303", FEIL, "Kravet er vurdert som møtt, men ikke av noe.", "plan, omtalt eller planstrategien", ("svar", "plan"), KEEPER, law_judgements.answer_without_target),
    Rule("LOV304", ADVARSEL, "To vurderinger av samme plan har samme begrunnelse.", "en begrunnelse for hver vurdering", ("plan", "grunn"), KEEPER, law_judgements.same_reason),
    Rule("LOV305", FEIL, "Et prosesskrav møtes av fakta om prosessen, ikke av en vurdering.", "krav som ikke er prosesskrav", ("krav",), KEEPER, law_judgements.process_judged),
    Rule("LOV306", ADVARSEL, "Lovteksten er endret etter at kravet ble vurdert.", "en ny vurdering med avtrykket av teksten som gjelder", ("avtrykk",), KEEPER, law_judgements.text_changed),
    Rule("LOV307", MERKNAD, "Vurderingen sier ikke hvilken lovtekst den er gjort mot.", "avtrykk av lovteksten; se tabellen lovtekster", ("avtrykk",), KEEPER, law_judgements.text_not_named),
    Rule("LOV308", FEIL, "Beslutningen om å utelate kravet slutter før den er tatt.", "dato før til", ("dato", "til"), KEEPER, law_judgements.left_out_backwards),
    Rule("LOV309", ADVARSEL, "Kravet er både bevisst utelatt og vurdert som møtt.", "én av delene", ("krav", "svar"), KEEPER, law_judgements.left_out_and_met),
    Rule("LOV310", ADVARSEL, "Settet er vurdert etter dagen filen er kjent per.", "naar til og med per_dato i samme fil", ("naar", "per_dato"), KEEPER, judgements.legal_set_after_file),
)
UNUSED_WAIVER = Rule("REG302", MERKNAD, "Unntaket dekker ikke noe problem.", "et unntak for et problem som finnes; feil kan ikke unntas", ("unntak",), KEEPER, waivers.split_waived)
UNKNOWN_CODE = Rule("REG303", FEIL, "Unntaket gjelder en regel som ikke finnes.", "en kode fra data/README.md", ("unntak",), KEEPER, waivers.unknown_code)
# fmt: on
RULES = (
    *PLAN_RULES,
    *REGISTER_RULES,
    UNUSED_WAIVER,
    UNKNOWN_CODE,
    *JUDGEMENT_RULES,
    *EXPECTATION_RULES,
    *GOAL_RULES,
    *EFFORT_RULES,
    *ASSUMPTION_RULES,
    *SCENARIO_RULES,
    *CATALOGUE_RULES,
    *LEGAL_JUDGEMENT_RULES,
)
