"""What a column of a table is: what people see over it, what it means, what it counts, and how its values are shown."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from planstrategi.presentation.names import A_REQUIREMENT
from planstrategi.presentation.plain_words import cell, decision_label, moment, named, reading, sentence, status_label, year_range

InRow = Callable[[Any, Mapping[Any, Any], Mapping[str, str]], Any]


class Column(NamedTuple):
    """A column; `unit` is what a number counts, "" for text. `view` shows a value; `in_row` also asks its row and the names by id."""

    heading: str
    meaning: str
    unit: str = ""
    view: Callable[[Any], Any] = cell
    in_row: InRow | None = None


def field_name(value: Any) -> Any:
    """Return what a field of a plan is called; a column of the same name may hold something else."""
    own = {"navn": "Navn", "plantype": "Plantype", "kilde": "Rad i kilden", "innsats": "Oppgitt innsats"}
    return own.get(value) or (COLUMNS[value].heading if value in COLUMNS else value)


# columns that belong together share a line; a table that means something else by a name says so in its own declaration
COLUMNS = {
    "plan_id": Column("Plan-id", "Planens faste id."), "navn": Column("Plan", "Planens navn, slik kilden skriver det."),
    "kortnavn": Column("Kortnavn", "Kort form av navnet, til figurer; ellers navnet."),
    "plantype": Column("Plantype-id", "Id-en til plantypen; uavklart når kilden lar det stå åpent."), "plantypenavn": Column("Plantype", "Navnet på plantypen."),
    "planbehov": Column("Planbehov", "Hva planstrategien bestemmer for planen.", view=decision_label), "bestemt": Column("Bestemt", "Hva planstrategien bestemmer, med ord for lesere."),
    "ansvarlig": Column("Ansvarlig kommunalområde", "Kommunalområdet som har ansvaret."),
    "roller": Column("Roller", "Rollene kilden nevner som ansvarlige."), "medvirkende": Column("Medvirkende", "Kommunalområdene som står i parentes i kildens ansvarlig-celle."),
    "aar": Column("År", "Året raden gjelder.", "år", year_range), "status": Column("Status", "Hvor arbeidet med planen står, ifølge kilden.", view=status_label),
    "vedtatt": Column("Vedtatt", "Når gjeldende utgave ble vedtatt.", "tidspunkt", moment), "vedtatt_av": Column("Vedtatt av", "Om gjeldende utgave er vedtatt politisk eller administrativt."),
    "skal_vedtas": Column("Skal vedtas", "Når neste utgave skal vedtas.", "tidspunkt", moment),
    "skal_vedtas_av": Column("Skal vedtas av", "Om neste utgave skal vedtas politisk eller administrativt."),
    "gyldig_fra": Column("Gyldig fra", "Første del av perioden gjeldende utgave gjelder for.", "tidspunkt", moment),
    "gyldig_til": Column("Gyldig til", "Siste del av perioden gjeldende utgave gjelder for.", "tidspunkt", moment),
    "oppstart": Column("Oppstart", "Når arbeidet skal starte.", "tidspunkt", moment), "ferdig": Column("Ferdig", "Når arbeidet skal være ferdig.", "tidspunkt", moment),
    "drivere": Column("Andre som driver", "Andre enn kommunalområdet som driver planen fram."), "venter_paa": Column("Venter på", "Det arbeidet venter på."),
    "inngaar_i": Column("Inngår i", "Id-ene til planene dette arbeidet er en del av; bare tall uten dobbelttelling utelater det."),
    "kan_inngaa_i": Column("Kan inngå i", "Id-ene til planene arbeidet vurderes som del av; endrer ingen telling."),
    "samordnes_med": Column("Samordnes med", "Id-ene til planene arbeidet bør samordnes med; endrer ingen telling."),
    "erstattes_av": Column("Erstattes av", "Id-ene til planene som erstatter denne."), "aarlig": Column("Årlig", "Det som gjøres hvert år."),
    "tabell": Column("Tabell-id", "Tabellens faste id."), "rad": Column("Rad", "Radens nummer i tabellen, talt som trykt.", "radnummer"),
    "tabellnavn": Column("Tabell", "Tabellens overskrift i kilden."), "kilde": Column("Sted i dataene", "Fil og linje i dataene som raden er hentet fra eller bygger på."),
    "datert": Column("Datert", "Datoen på dokumentet når vedtaksdatoen mangler.", "tidspunkt", moment), "revidert": Column("Revidert", "Når gjeldende utgave sist ble revidert.", "tidspunkt", moment),
    "forhold": Column("Forhold", "Hva slags forhold det er.", view=field_name), "til_hva": Column("Til", "Planen, hendelsen eller virksomheten forholdet går til."),
    "merknad": Column("Merknad", "Forbehold, tvil eller annet som hører til raden."),
    "rolle_id": Column("Rolle-id", "Rollens faste id."), "rolle": Column("Rolle", "Rollen; der to har samme betegnelse, står kommunalområdet i parentes, og rollens id når de hører til samme område."),
    "inngaar_i_annen": Column("Inngår i annen plan", "Om arbeidet er en del av en annen plans.", "ja/nei"),
    "antall_planer": Column("Antall planer", "Planene raden teller; de som er en del av en annen plan, er med.", "planer"),
    "antall_uten_dobbelt": Column("Uten dobbelttelling", "Planene uten dem som er en del av en annen plan.", "planer"),
    "antall_uten_aar": Column("Uten kjent år", "Planer som tar eller kan ta arbeid i året, uten at noen vet det; de kommer i tillegg.", "planer"),
    "antall_avledet": Column("Av dem avledet", "Av planene: de der året ikke er merket som arbeid, men avledet; se tabellen arbeidsaar.", "planer"),
    "merke": Column("Merke", "Merket slik det er trykt; tom for et vanlig kryss."),
    "merket_betyr": Column("Et merke betyr", "Hva et merke i et år betyr; tom når ingen har sagt det, og da regnes det som arbeid."),
    "merket_ordlyd": Column("Kildens ord", "Kildens egne ord om hva et merke betyr; tom når den ikke sier det."),
    "aarsverk": Column("Årsverk", "Årsverk kilden setter av.", "årsverk"), "timer": Column("Timer", "Timer kilden setter av.", "timer"),
    "kroner": Column("Kroner", "Kroner kilden setter av til hjelp utenfra.", "kroner"), "hva": Column("Hva", "Hva raden er, når den ikke er en plan."),
    "vedtatt_organ": Column("Vedtatt i", "Organet som vedtok gjeldende utgave."), "skal_vedtas_organ": Column("Skal vedtas i", "Organet som skal vedta neste utgave."),
    "hast": Column("Haster", "Hvor mye det haster, med kildens ord."), "bestiller": Column("Bestilt av", "Hvem som har bestilt planen."),
    "temaer": Column("Temaer", "Temaene kilden fører planen under."), "antall_uten_rolle": Column("Uten rolle", "Planer det arbeides med i året, uten at noen rolle er oppgitt.", "planer"),
    "planaar": Column("Planår", "År i perioden det arbeides med planene i raden, lagt sammen; de som er en del av en annen plan, er med.", "planår"),
    "andel_prosent": Column("Andel av planårene (%)", "Radens andel av alle planårene; tom når ingen er kjent.", "%"),
    "lov": Column("Lov", "Lovens eller forskriftens korttittel."), "paragraf": Column("Paragraf", "Paragrafen; tom når kilden bare nevner loven."),
    "gjelder": Column("Gjelder", "Om loven er nevnt for planen, for tjenesten, eller for å si at den ikke gjelder."),
    "nevnt_i": Column("Nevnt i", "Planens rad, tabellens innledning, eller overskriften på avsnittet i teksten som nevner loven."),
    "planer": Column("Planer", "Id-ene til planene raden gjelder."), "kapasitet_grunn": Column("Om kapasiteten", "Hva kommunen sier om kapasiteten sin."),
    "grunnlag": Column("Grunnlag", "Det svakeste grunnlaget for de tre tallene i antakelsen: dokumentert, én lokal sak eller antatt uten kilde."),
    "statutter": Column("Lover nevnt", "Lovene kilden nevner for planen, tjenesten eller hele tabellen, uten dem den sier ikke gjelder; viser ikke hva som kreves."),
    "forventning_id": Column("Id", "Forventningens faste id."), "nivaa": Column("Nivå", "Om forventningen er nasjonal, regional eller lokal; alle er de tre til sammen."),
    "tekst": Column("Forventning", "Hva som forventes, gjengitt med egne ord, eller navnet på kapitlet eller satsingsområdet."),
    "antall_sterk": Column("Sterk", "Forventninger som gjelder og telles, og som planen er vurdert å svare sterkt på.", "forventninger"),
    "antall_svak": Column("Svak", "Forventninger som gjelder og telles, og som planen er vurdert å svare svakt på.", "forventninger"),
    "antall_delvis": Column("Delvis", "Forventninger der sterkeste svar er delvis.", "forventninger"),
    "grad": Column("Grad", "Hvor sterkt planen er vurdert å svare på forventningen, ut fra raden i planstrategien."),
    "grunn": Column("Begrunnelse", "Begrunnelsen for vurderingen, for lesningen som er valgt, eller for unntaket."),
    "vurdert_av": Column("Vurdert av", "Hvem som har vurdert."), "vurdert_naar": Column("Vurdert", "Dagen vurderingen ble gjort.", "dato", moment),
    "forelopig": Column("Foreløpig", "Om vurderingen er foreløpig.", "ja/nei"),
    "kode": Column("Kode", "Regelens kode."), "alvor": Column("Alvor", "Om problemet er en feil, en advarsel eller en merknad."),
    "fil": Column("Fil", "Filen problemet er funnet i."), "linje": Column("Linje", "Linjen i filen.", "linjenummer"), "kolonne": Column("Kolonne", "Kolonnen i linjen.", "kolonnenummer"),
    "melding": Column("Melding", "Hva som er galt, eller verdt å vite.", in_row=sentence), "funnet": Column("Fant", "Det som står.", in_row=sentence),
    "tillatt": Column("Tillatt", "Det som kan stå.", in_row=sentence),
    "rettes_av": Column("Rettes av", "Om registerfører eller planeier retter det."), "skriv": Column("Rett slik", "Det som kan skrives i stedet, når det er klart."),
    "antall": Column("Antall", "Forventningene i raden som gjelder på dagen det er regnet for, og som telles: svart på, ingen plan og ikke vurdert til sammen.", "forventninger"),
    "felt": Column("Felt", "Feltet som kan leses på to måter.", view=field_name), "valgt": Column("Valgt lesning", "Lesningen som er valgt.", in_row=reading),
    "dokument_id": Column("Dokument-id", "Dokumentets faste id."), "dokument": Column("Dokument", "Dokumentets navn."),
    "eier": Column("Eier", "Hvem planen eller dokumentet tilhører; tom når det er kommunen alene, eller kilden ikke sier det."),
    "avsnitt": Column("Avsnitt", "Overskriften avsnittet står under i kilden."),
    "nokkeltall": Column("Nøkkeltall", "Hva tallet eller svaret gjelder."), "verdi": Column("Verdi", "Tallet eller svaret, som tekst."),
    "slag": Column("Type data", "Hva slags data tallet hviler på."), "notatbok": Column("Del", "Notatboken tallet er hentet fra."),
    "hvem": Column("Bestemt av", "Rollen som har bestemt unntaket."), "til": Column("Til", "Siste dag unntaket gjelder.", "dato", moment),
    "krav_id": Column("Krav-id", "Kravets faste id."), "krav": Column("Krav", "Hva kravet gjelder."),
    "vedtas_av": Column("Vedtas av", "Hvem som vedtar det kravet gjelder, eller mer om hvem som lager det, godkjenner det eller kan få det delegert."),
    "hjemmel": Column("Hjemmel", "Bestemmelsene kravet står i, eller som er vist til fordi de ikke krever noen plan; de som bare utfyller, er utelatt."),
    "styrke": Column("Styrke", "Om det er noe kommunen skal, bør eller kan."), "styrke_grunnlag": Column("Styrken er", "Om styrken står som et ord i teksten, eller er en slutning."),
    "kravslag": Column("Slag krav", "Hva slags krav det er; prosesskrav telles for seg."),
    "relevans": Column("Nærhet", "Hvor nær kravet er planstrategien: kjerne, sektor eller drift, eller betinget når det bare gjelder på et vilkår."),
    "svarer": Column("Svarer", "Navnene på alt som er vurdert å svare helt eller delvis på kravet, også dokumenter uten egen rad og planstrategien selv."),
    "gjelder_fra": Column("Gjelder fra", "Når kravet, slik det lyder på registerets dato eller senere, begynner å gjelde; tom når det ikke er kjent.", "tidspunkt", moment),
    "sikkerhet": Column("Sikkerhet", "Hvor sikker lesningen er: bekreftet, trolig eller usikker."),
    "hvorfor": Column("Hvorfor", "Hvorfor statusen er som den er, eller fristen ikke er møtt, med fakta, regel, fil og linje."),
    "frist": Column("Frist", "Siste dag for å møte kravet; tom når siste utgave ikke er kjent, så dagen ikke kan regnes ut.", "dato", moment),
    "senest": Column("Senest", "Om dagen hviler på en ytre grense, ikke på en kjent dag.", "ja/nei"),
    "betyr": Column("Betyr", "Hva statusen betyr."), "status_etter_plan": Column("Status hvis alt går etter planen", "Statusen hvis alt går slik registeret sier."),
    "vinner_i_aaret": Column("Vinner i året", "Rekkefølgen når flere statuser er sanne i et år; laveste tall vinner.", "rang"),
    "vinner_i_perioden": Column("Vinner i perioden", "Rekkefølgen mellom årene i perioden; laveste tall vinner.", "rang"),
    "del_av": Column("Del av", "Steget dette er en del av."), "antall_kjerne": Column("Av dem kjernekrav", "De av kravene som hører hjemme i en planstrategi.", "krav"),
    "antall_krav": Column("Antall krav", "Krav som har denne statusen i sitt svakeste år i perioden.", "krav"),
    "antall_etter_plan": Column("Antall hvis alt går etter planen", "Krav som har denne statusen i sitt svakeste år hvis alt går slik registeret sier.", "krav"),
    "innhold": Column("Hva som kreves", "Hva som kreves, med katalogens egne ord."), "vilkaar": Column("Vilkår", "Vilkåret som må være oppfylt for at det gjelder."),
    "eget_dokument": Column("Eget dokument", "Om regelverket krever et dokument for seg.", "ja/nei"),
    "gjentakelse": Column("Gjentas", "Regelen eller reglene for når kravet må møtes, og møtes på nytt."), "etter": Column("Etter", "Bestemmelsen regelen står i."),
    "vedtak": Column("Vedtak senest", "Siste dag for vedtaket.", "dato", moment), "vedtak_fra": Column("Vedtaket følger av", "Bestemmelsen eller opplysningen som setter dagen for vedtaket."),
    "steg": Column("Steg", "Hva som må skje før vedtaket."), "dager_foer": Column("Dager før", "Hvor mange dager før vedtaket steget må begynne.", "dager"),
    "start_senest": Column("Må begynne senest", "Siste dag steget kan begynne; tid til saksbehandling kommer i tillegg.", "dato", moment),
    "merkede_aar": Column("Årene det arbeides", "Årene det arbeides med planene som svarer, der arbeidet kan gi en ny utgave eller kravet er årlig.", "år", year_range),
    "sporsmaal": Column("Spørsmål", "Det kommunen må svare på for at det ukjente skal avklares."), "skrives_i": Column("Svaret skrives i", "Filen der svaret skrives, med linjen når den er kjent."),
    "paastand": Column("Mange tror", "Det mange tror er lovpålagt, eller tror at loven sier."), "riktig": Column("Riktig", "Det som er riktig."),
    "maal": Column("Mål", "Hva som er talt i katalogen."), "av": Column("Av", "Hvor mange det er i alt.", "krav, hjemler eller versjoner"),
    "prosent": Column("Prosent", "Andelen som har det som er talt.", "%"),
    "mangler": Column("Mangler hos", "Id-ene til kravene som mangler det; ikke ført for én bestemt dag eller sikkerhet, der det ikke er noen mangel."),
    "lov_id": Column("Lov-id", "Lovens eller forskriftens datokode i Lovdata."), "lovsted": Column("Sted", "Stedet i loven: paragraf, punkt eller kapittel."),
    "antall_ledd": Column("Ledd", "Leddene i teksten som er lagret.", "ledd"),
    "avtrykk": Column("Avtrykk", "Avtrykket av lovteksten, som en vurdering kan føre opp for å vise hva den er gjort mot."),
    "forfalt": Column("Forfalt", "Siste frist som er passert uten at noe kjent møter den; tom også når det ikke er kjent hva kommunen har.", "dato", moment),
    "antall_vurdert": Column("Planer vurdert", "Planene som er vurdert mot forventningen.", "planer"),
    "forste_aar": Column("Første år", "Første år en plan som svarer, er ferdig; uten oppgitt slutt er det avledet av arbeidsårene, "
        "for en gjeldende plan uten dato periodens første, og tomt når ingen vet det.", "år"),
    "forst_ferdig": Column("Ferdig først", "Id-en til den som svarer og er ferdig først."), "hviler_paa": Column("Hviler på", "Den ene planen eller rollen som alene bærer svaret."),
    "kapittel": Column("Kapittel", "Kapitlet i dokumentet."), "omraade": Column("Satsingsområde", "Kommunens eget satsingsområde."),
    "nummer": Column("Nr.", "Nummeret dokumentet selv gir."), "telles": Column("Telles", "Om raden telles: ikke en overskrift med kjente punkter, og ikke det ingen plan kan svare på.", "ja/nei"),
    "vekt": Column("Vekt", "Om den er et hovedpunkt eller kan utelates i oversikter; tom når det ikke er vurdert."),
    "gruppe": Column("Gruppe", "Kapitlet, ellers dokumentet, forventningen telles med; alle er hele nivået."),
    "lesemaate": Column("Lesemåte", "Om satsingsområdene er talt slik kilden lister dem, eller mulige deler er talt med helheten."),
    "antall_svart": Column("Svart på", "Forventninger minst én plan er vurdert å svare på, i hvilken grad det enn er.", "forventninger"),
    "svart_prosent": Column("Svart på (% av vurderte)", "Andelen som er svart på, i hvilken grad det enn er, av forventningene som er vurdert; tom når ingen er det.", "%"),
    "antall_sterkt": Column("Sterkt", "Forventninger der sterkeste svar er sterkt.", "forventninger"), "antall_svakt": Column("Svakt", "Forventninger der sterkeste svar er svakt.", "forventninger"),
    "antall_ingen_plan": Column("Ingen plan", "Forventninger alle planer som kan vurderes, er vurdert mot, uten at noen svarer.", "forventninger"),
    "antall_ikke_vurdert": Column("Ikke vurdert", "Forventninger uten svar som ikke er vurdert mot alle planene som kan vurderes.", "forventninger"),
    "antall_gyldighet_ukjent": Column("Gyldighet ukjent", "Forventninger det ikke er kjent om gjelder, også fordi et vilkår ikke er avklart; de er ikke med i antallet.", "forventninger"),
    "antall_gjelder_ikke": Column("Gjelder ikke", "Forventninger som ikke gjelder på dagen; de er ikke med i antallet.", "forventninger"),
    "antall_forelopig": Column("Foreløpig vurdert", "Forventninger der statusen hviler på minst én foreløpig vurdering.", "forventninger"),
    "maal_nr": Column("Mål nr.", "Målets nummer.", "målnummer"), "maal_navn": Column("Bærekraftsmål", "Bærekraftsmålets kortnavn."), "farge": Column("Farge", "Bærekraftsmålets offisielle farge."),
    "adressat": Column("Rettet til", "Hvem teksten selv retter seg til, ellers kommunen."), "maal_arvet": Column("Mål fra kapitlet", "Numrene på målene bare kapitlet er koblet til.", "målnummer"),
    "antall_punkter": Column("Punkter i dokumentet", "Punktene dokumentet selv har; radene er ikke nødvendigvis blant dem.", "punkter"),
    "antall_arvet": Column("Bare gjennom kapitlet", "Forventninger som bare står i et kapittel dokumentet kobler til målet; de er ikke med i antallet.", "forventninger"),
    "antall_kommer": Column("Kommer senere", "Forventninger der planene som bærer svaret, blir ferdige etter året.", "forventninger"),
    "antall_utloept": Column("Utløpt", "Forventninger der planene som bærer svaret, ikke lenger gjelder ved utgangen av året.", "forventninger"),
    "antall_hoyere": Column("Høyere i kontrollen", "Par der kontrollen ga en høyere grad.", "par"), "antall_lavere": Column("Lavere i kontrollen", "Par der kontrollen ga en lavere grad.", "par"),
    "antall_minst_delvis": Column("Minst delvis", "Forventninger der sterkeste svar er sterkt eller delvis.", "forventninger"),
    "antall_ingen": Column("Svarer ikke", "Planer som er vurdert, og som ikke svarer.", "planer"),
    "antall_nasjonal": Column("Nasjonale", "De nasjonale av forventningene i raden.", "forventninger"),
    "antall_regional": Column("Regionale", "De regionale av forventningene i raden.", "forventninger"), "antall_lokal": Column("Lokale", "De lokale av forventningene i raden.", "forventninger"),
    "fra_nivaa": Column("Fra nivå", "Det øverste av de to nivåene."), "til_nivaa": Column("Til nivå", "Det nederste av de to nivåene."),
    "fra": Column("Fra", "Årene planen er merket i nå.", "år", moment), "nivaa_under": Column("Ikke forbundet med", "Nivået under, som ingen av kommunens planer forbinder forventningen med."),
    "antall_naadd": Column("Svart på, ferdig plan", "Forventninger der en plan som bærer svaret, er ferdig og gjelder ved utgangen av året, ifølge registeret.", "forventninger"),
    "antall_naadd_avledet": Column("Av dem med avledet slutt", "De av dem der året planen er ferdig, er avledet og ikke oppgitt.", "forventninger"),
    "avledet": Column("Avledet", "Om året er avledet, ikke oppgitt.", "ja/nei"),
    "antall_naadd_delvis": Column("Minst delvis, ferdig plan", "De av dem som en slik plan svarer på minst delvis.", "forventninger"),
    "antall_forsinket": Column("Ved ett års forsinkelse", "Forventninger som blir svart på senere om bare planen glir ett år.", "forventninger"),
    "antall_uten_tid": Column("Tid ikke kjent", "Forventninger der ingen vet når planene som bærer svaret, er ferdige, eller om de fortsatt gjelder.", "forventninger"),
    "blir": Column("Blir ferdig", "Året planen skal være ferdig eller vedtatt ifølge registeret, ellers avledet av arbeidsårene.", "år"),
    "antall_ikke_forsinket": Column("Ikke forsinket", "Forventninger planen ikke bærer svaret på, eller som en annen plan svarer like sterkt på innen da.", "forventninger"),
    "antall_ikke_kjent": Column("Ikke kjent", "Forventninger planen, eller en annen plan som kan svare innen da, ikke er vurdert mot, eller ikke har kjent slutt for.", "forventninger"),
    "antall_forbundet": Column("Forbundet", "Forventninger en plan svarer på som også svarer på noe på nivået under.", "forventninger"),
    "antall_taus": Column("Ikke forbundet", "Forventninger ingen plan som svarer på noe på nivået under, er vurdert å svare på.", "forventninger"),
    "antall_etter_perioden": Column("Etter perioden", "De av dem som da faller etter perioden.", "forventninger"),
    "forventninger": Column("Forventninger", "Id-ene til forventningene som blir svart på senere."),
    "utvalg": Column("Utvalg", "Hvilke vurderinger som er regnet med."), "dato": Column("Dato", "Dagen det er regnet for: registerets dato, eller dagen vurderingene er kjent per.", "dato", moment),
    "enighet_om": Column("Enighet om", "Om enigheten gjelder alle gradene, eller om én grad er gitt."),
    "antall_par": Column("Par", "Parene begge har vurdert, og minst én har koblet, med graden raden gjelder.", "par"), "antall_like": Column("Like", "Parene der de er enige.", "par"),
    "enige_prosent": Column("Enige (%)", "Andelen av parene der de er enige.", "%"), "halvaar": Column("Halvår", "Halvåret raden gjelder.", "halvår", moment),
    "kappa": Column("Kappa", "Cohens kappa med kvadratvekter i koblede par: 1 er alltid enig, 0 ikke mer enn tilfeldig; tom når alle svar er like eller ingen er gitt.", "kappa"),
    "grad_kontroll": Column("Grad, kontroll", "Graden en leser som ikke hadde sett den første vurderingen, ga."), "er_like": Column("Like", "Om de to gradene er like.", "ja/nei"),
    "bare_navn": Column("Bare navnet taler", "Om bare planens navn taler for alt den er vurdert å svare på; tom når den ikke svarer på noe.", "ja/nei"),
    "sett": Column("Sett", "Vurderingssettets faste id."), "kontroll": Column("Kontroll", "Om settet bare måler enighet; det endrer da ingen status.", "ja/nei"),
    "antall_alene": Column("Alene", "De av planene som ikke har noen annen rolle; de som er en del av en annen plan, er med.", "planer"),
    "innsats": Column("Slag arbeid", "Slaget arbeid, eller den ene planen, som antakelsen gjelder."), "arbeid": Column("Gjelder", "Om månedsverkene er for hele arbeidet eller for hvert merket år."),
    "maanedsverk_lav": Column("Lav", "Laveste rimelige anslag for hele arbeidet eller hvert merket år.", "månedsverk"),
    "maanedsverk_sannsynlig": Column("Sannsynlig", "Mest sannsynlige anslag for hele arbeidet eller hvert merket år.", "månedsverk"),
    "maanedsverk_hoy": Column("Høy", "Høyeste rimelige anslag for hele arbeidet eller hvert merket år.", "månedsverk"),
    "felles": Column("Felles", "Delen av spennet alle planer av slaget har felles, fra 0 til 1; trukket én gang for alle.", "andel"),
    "maanedsverk_p10": Column("10 %", "10-prosentilen av den antatte belastningen: en tidel av trekningene i simuleringen er lavere.", "månedsverk"),
    "maanedsverk_p50": Column("50 %", "Medianen av den antatte belastningen; planer uten kjent innsats er ikke med.", "månedsverk"),
    "maanedsverk_p90": Column("90 %", "90-prosentilen av den antatte belastningen: en tidel av trekningene i simuleringen er høyere.", "månedsverk"),
    "antall_uten_innsats": Column("Uten kjent innsats", "Planer det arbeides med i året uten kjent innsats, som kommer i tillegg; de som er en del av en annen plan, er ikke med.", "planer"),
    "kapasitet": Column("Kapasitet", "Det kommunen har oppgitt til planarbeid, etter fradrag; tom når den ikke har sagt det.", "månedsverk"),
    "kapasitet_endring": Column("Endring i kapasitet", "Forskjellen i kapasitet fra registeret; tom når en av dem ikke er kjent.", "månedsverk"),
    "mangler_p50": Column("Mangler", "Det medianen av belastningen er over kapasiteten; tom når kapasiteten ikke er kjent.", "månedsverk"),
    "ledig_p50": Column("Ledig", "Det medianen av belastningen er under kapasiteten; tom når kapasiteten ikke er kjent.", "månedsverk"),
    "planlagt_aarsverk": Column("Planlagt", "Årsverkene kilden selv regner med i året, eller medianen av belastningen med det andre rader tar.", "årsverk"),
    "kapasitet_aarsverk": Column("Kapasitet", "Årsverkene kommunen har oppgitt, etter fradrag; tom når det ikke er kjent.", "årsverk"),
    "mangler_aarsverk": Column("Mangler", "Det som er planlagt ut over kapasiteten.", "årsverk"), "ledig_aarsverk": Column("Ledig", "Det som er igjen av kapasiteten.", "årsverk"),
    "lav": Column("Lav", "10-prosentilen av året når denne antakelsen alene varierer.", "månedsverk"),
    "hoy": Column("Høy", "90-prosentilen av året når denne antakelsen alene varierer.", "månedsverk"),
    "ventet": Column("Midten", "Medianen av belastningen i året.", "månedsverk"), "utslag": Column("Utslag", "Forskjellen mellom høy og lav.", "månedsverk"),
    "maaneder": Column("Måneder", "Kalendermåneder planen høyst får etter registeret; arbeid som ikke har begynt, regnes tidligst fra registerets dato.", "måneder"),
    "sannsynlig": Column("Sannsynlig", "Sannsynlig tid i spennet for slaget arbeid eller planen.", "måneder"),
    "vurdering": Column("Vurdering", "Hvor tiden faller i spennet: kortere enn antatt lavest, rask (under sannsynlig), innenfor, eller lengre enn antatt høyest."),
    "plikter": Column("Plikter som svekkes", "Id-ene til kravene kommunen skal møte, som får svakere status i minst ett år når alt ellers går etter planen.", in_row=named(A_REQUIREMENT)),
    "scenario": Column("Scenario", "Scenariets navn, eller registeret slik det er."), "koster": Column("Koster", "Det som blir senere, svakere eller ikke gjort; i utjevning når bare planen flyttes."),
    "retning": Column("Retning", "Om statusen blir bedre eller svakere, etter rekkefølgen i året i tabellen lovstatuser."),
    "antall_endring": Column("Endring", "Forskjellen i antall planer fra slik det står i registeret.", "planer"),
    "maanedsverk_endring": Column("Endring i månedsverk", "Medianen av forskjellen i antatt belastning fra registeret; planer uten kjent innsats er ikke med.", "månedsverk"),
    "planer_per_aar": Column("Planer per år", "Planer det arbeides med i hvert år av perioden, i rekkefølge, uten dem som er en del av en annen plan.", "planer"),
    "etter_perioden": Column("Skjøvet ut av perioden", "Medianen av forskjellen fra registeret i alle år etter perioden; tom når bare planer uten kjent innsats skyves ut.", "månedsverk"),
    "planer_etter_perioden": Column("Planer etter perioden", "Planer det arbeides med etter perioden, også de uten kjent innsats og de registeret har der.", "planer"),
    "maanedsverk": Column("Månedsverk", "Medianen av den antatte belastningen i hele perioden; planer uten kjent innsats er ikke med.", "månedsverk"),
    "plikter_svakere": Column("Lovkrav svakere (år)", "År der et krav kommunen skal møte, får svakere status når alt går etter planen, lagt sammen for alle kravene.", "år"),
    "plikter_bedre": Column("Lovkrav bedre (år)", "År der et krav kommunen skal møte, får bedre status når alt går etter planen, lagt sammen for alle kravene.", "år"),
    "forventninger_senere": Column("Forventninger senere", "Forventninger som blir svart på senere, eller i et år ingen lenger vet.", "forventninger"),
    "forventninger_tidligere": Column("Forventninger tidligere", "Forventninger som blir svart på tidligere, eller i et kjent år der det var ukjent.", "forventninger"),
    "flyttet_aar": Column("Flyttet (år)", "Hvor mange år planen flyttes; minus er tidligere.", "år"),
    "utgave": Column("Utgave", "Om raden er slik det står, eller utjevnet."), "binding": Column("Binding", "Hva slags binding det er."),
    "topp": Column("Topp", "Det høyeste noe år har, i planer eller ventede månedsverk etter vekten.", "planer eller månedsverk"),
    "antall_flyttinger": Column("Flyttinger", "Hvor mange planer som flyttes.", "planer"), "bevist": Column("Bevist", "Om det er bevist at ingen så få flyttinger gir en lavere topp.", "ja/nei"),
}  # fmt: skip

# fmt: off
# what some tables mean by a name, but not all
MARKED_YEARS = Column("År", "Årene planen er merket i kilden.", "år", year_range)
# where the plans of a count stand: not a span of lines that all count
COUNTED_AT = Column("Sted i dataene", "Fil og linjer der planene som er talt, begynner; av flere enn fem bare den første og den siste linjen.")
ONE_BY_ONE = Column("Sted i dataene", "Filen kravene står i; lovdekning har dem ett for ett.")
LOADED = Column("Antall planer", "Planene belastningen er regnet av; de uten kjent innsats og de som er en del av en annen plan, er ikke med.", "planer")
ON_EACH_ROLE = Column("Antall planer", "Planer det arbeides med i året, talt på hver av rollene sine; de som er en del av en annen plan, er med.", "planer")
ROLE_OR_NONE = Column("Rolle", "Rollen, med kommunalområdet i parentes der to har samme betegnelse; ikke oppgitt er planene uten rolle.")
ALL_CAPACITY = Column("Kapasitet", "Kapasiteten etter fradrag for kommunalområdene med belastning, lagt sammen; tom når den ikke er kjent for alle.", "månedsverk")
LAW_STATUS = Column("Status", "Hvordan kravet er møtt, slik det er kjent; tabellen lovstatuser sier hva ordene betyr.")
WEAKEST = Column("Status", "Hvordan kravet er møtt i det svakeste året av perioden, slik det er kjent, eller at det ikke er i kraft på registerets dato; se tabellen lovstatuser.")
MEETING = Column("Planer", "Id-ene til planene som er vurdert å svare på kravet, helt, delvis eller kanskje.")
LAW_CERTAINTY = Column("Sikkerhet", "Hvor sikker utgaven av kravet er: bekreftet når teksten er lest, trolig når den er kjent uten det, eller usikker.")
LAW_PROVISIONAL = Column("Foreløpig", "Om noen av vurderingene av kravet er foreløpige; tom når ingen har vurdert det.", "ja/nei")
KIND_OF_EXPECTATION = Column("Slag", "Om det er et kapittel, et tema, et punkt, en regional forventning, et satsingsområde, eller et dokument som ikke er lest i sin helhet.")
NOT_ANSWERED = Column("Svarer ikke", "Forventninger som gjelder og telles, og som planen er vurdert å ikke svare på.", "forventninger")
NOT_HELD_AGAINST = Column("Ikke vurdert", "Forventninger som gjelder og telles, og som ingen har vurdert planen mot.", "forventninger")
DELAYED_OR_NOT = Column("Antall", "Forventningene som gjelder på registerets dato, og som telles: forsinket, ikke forsinket og ikke kjent til sammen.", "forventninger")
CONNECTIONS = {
    "nivaa_under": Column("Nivået under", "Nivået forventningene er holdt mot."),
    "antall": Column("Antall", "Forventningene på nivået som gjelder og telles: forbundet, ikke forbundet og ikke vurdert til sammen.", "forventninger"),
    "antall_ikke_vurdert": Column("Ikke vurdert", "Forventninger det ikke er vurdert nok til å si det om.", "forventninger"),
}
UNJUDGED_PLANS = Column("Ikke vurdert", "Planer som ikke er vurdert mot alt det raden gjelder, og som ikke er kjent å svare.", "planer")
ANSWERING_BOTH = Column("Antall planer", "Planene som er vurdert å svare på noe i begge, i hvilken grad det enn er.", "planer")
