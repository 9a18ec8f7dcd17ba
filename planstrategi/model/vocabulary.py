"""The fixed words of the data files, each with the label people see."""

PLANBEHOV = {
    "ny": "Ny plan",
    "full_revisjon": "Full revisjon",
    "revisjon": "Revisjon",
    "mindre_endring": "Mindre endringer",
    "rullering_av_handlingsdel": "Rullering av handlingsdel",
    "viderefores": "Videreføres",
    "erstattes": "Erstattes",
    "oppheves": "Oppheves",
    "utgaar": "Utgår",
    "ikke_i_perioden": "Ikke i perioden",
    "neste_periode": "Neste periode",
    "avklares": "Ikke avklart",
}
# what a mark in a year of a plan table means
ARBEIDSMERKE, OPPSTARTSMERKE, VEDTAKSMERKE, ORDMERKE, HASTEMERKE = "arbeid", "oppstart", "vedtak", "ord", "hast"
MERKET_BETYR = {
    ARBEIDSMERKE: "det arbeides med planen i året",
    OPPSTARTSMERKE: "arbeidet med planen starter i året",
    VEDTAKSMERKE: "planen skal vedtas i året",
    "aarsverk": "årsverk satt av til planen i året",
    "timer": "timer satt av til planen i året",
    ORDMERKE: "et ord sier hva som skal skje med planen i året",
    HASTEMERKE: "planen bør eller må være ferdig innen utgangen av året",
}
# the marks that are amounts, by the unit that is their meaning
AMOUNTS = ("aarsverk", "timer")
ANDRE_RADER = {
    "sum": "sum eller delsum",
    "prosjektledelse": "ledelse av flere planer",
    "saksbehandling": "løpende saksbehandling",
    "utredning": "utredning eller mulighetsstudie",
    "byggeprosjekt": "byggeprosjekt eller annet tiltak",
    "annet": "noe annet som ikke er en plan",
}
# what there is work with
REVISING = ("ny", "full_revisjon", "revisjon", "mindre_endring", "rullering_av_handlingsdel")
# what is to be no more
ENDING = ("oppheves", "utgaar", "erstattes")
STATUS = {
    "ikke_startet": "Ikke startet",
    "utredes": "Utredes før planarbeid",
    "venter": "Venter på andre eller på et vedtak",
    "oppstart_varslet": "Oppstart varslet",
    "under_arbeid": "Under arbeid",
    "til_behandling": "Til politisk behandling",
    "gjeldende": "Gjeldende, ikke under arbeid",
}
UNDER_WAY, NOT_BEGUN = ("oppstart_varslet", "under_arbeid", "til_behandling"), ("ikke_startet", "utredes", "venter")
VEDTAKSMAATE = {"politisk": "politisk", "administrativt": "administrativt"}
BINDING = {
    "earliest": "tidligst start",
    "latest": "senest ferdig",
    "fixed": "ligger fast",
    "before": "rekkefølge",
    "together": "samordning",
    "lockstep": "samordning",
}
AARLIG = {"planen": "planen", "handlingsdel": "handlingsdel", "handlingsplan": "handlingsplan", "prioritering": "prioritering"}
DRIVERROLLE = {
    "tiltakshaver": "tiltakshaver",
    "forslagsstiller": "forslagsstiller",
    "samarbeidspart": "samarbeidspart",
    "uavklart": "rollen er ikke oppgitt",
}
GJELDER = {
    "plan": "nevnt for planen",
    "tjeneste": "nevnt for tjenesten, ikke for planen",
    "ikke": "nevnt som noe som ikke gjelder planen",
}
EIER = {
    "kommune": "kommunen", "flere_kommuner": "flere kommuner sammen", "fylkeskommune": "fylkeskommunen", "stat": "staten",
    "andre": "andre enn kommune, fylkeskommune og stat",
}  # fmt: skip
# whose plans the municipality does not make
OTHERS = ("fylkeskommune", "stat", "andre")
INGEN, TAUS = "ingen", "taus"
GRAD = {
    "sterk": "sterk: emnet i raden er hele kjernen i forventningen",
    "delvis": "delvis: emnet i raden er en del av kjernen i forventningen",
    "svak": "svak: planen er et redskap der kjernen hører hjemme, eller en bisetning rører ved den",
    INGEN: "ingen: planen er vurdert, og raden viser ikke at den svarer",
}
GRUNNLAG = {
    "kommentar": "kommentaren i planens rad",
    "navn": "planens navn alene",
    "statutt": "lovhjemmelen raden nevner",
    "relasjon": "planens forhold til en annen plan",
    TAUS: "ingenting i raden, for graden ingen",
}
NIVAA = {"nasjonal": "Nasjonale forventninger", "regional": "Regionale forventninger", "lokal": "Lokale forventninger"}
FORVENTNINGSSLAG = {
    "nasjonale_forventninger": "nasjonale forventninger",
    "planretningslinje": "statlig planretningslinje",
    "regional_plan": "regional plan",
    "regional_strategi": "regional strategi",
}
MAALGRUNNLAG = {"dokumentet": "dokumentet viser målene for hele kapitlet", "egen_vurdering": "egen vurdering"}
ADGANG = "adgang"
VEKT = {
    "hoved": "hovedpunkt", "supplerende": "kan utelates i oversikter",
    ADGANG: "sier hva kommunen kan, eller hva andre legger vekt på, ikke hva den skal eller bør; telles ikke",
}  # fmt: skip
PLANSTRATEGIEN = "planstrategien"
ADRESSAT = {
    PLANSTRATEGIEN: "planstrategien", "samfunnsdelen": "samfunnsdelen", "arealdelen": "arealdelen", "alle_planer": "alle planer",
    "fylket": "fylkeskommunen", "staten": "staten", "kommunen": "kommunen",
}  # fmt: skip
# why an expectation is not counted: by whom it addresses, or its weight
TELLES_IKKE_FORDI = {
    "alle_planer": "Rettet til alle planer; ingen av dem kan svare for de andre.",
    "fylket": "Rettet til fylkeskommunen; ingen av kommunens planer kan svare.",
    "staten": "Rettet til staten; ingen av kommunens planer kan svare.",
    ADGANG: "Sier hva kommunen kan, eller hva andre legger vekt på, ikke hva den skal eller bør.",
}
HVERT_AAR = "hvert_aar"
ARBEID = {"hele": "hele arbeidet", HVERT_AAR: "hvert merket år"}
# from the strongest ground to the weakest
INNSATSGRUNNLAG = {
    "dokumentert": "dokumentert",
    "lokal_sak": "én lokal sak",
    "planlagt": "planlagt eller anslått av en kommune",
    "avledet": "avledet av andre tall",
    "antatt": "antatt uten kilde",
}
IKKE_LEST = "ikke_lest"
# why something in a document is no expectation in the catalogue
UTELATT_FORDI = {
    IKKE_LEST: "teksten er ikke lest",
    "andre": "rettet til andre enn kommunen, eller bare til noen kommuner",
    "ramme": "formål, bakgrunn, virkeområde eller ikrafttredelse",
    "dekket": "sagt i et punkt som er ført",
    "utvalg": "gjelder kommunen, men er ikke ført",
}
SIKKER, USIKKER, UKJENT = "sikker", "usikker", "ukjent"
INNLEST = {SIKKER: "lest uten tvil", USIKKER: "noe må avklares"}
SIKKERHET = {"bekreftet": "bekreftet", "trolig": "trolig", "usikker": "usikker"}
KRAVSLAG = {
    "lovpaalagt_plan": "lovpålagt plan",
    "lovpaalagt_oversikt": "lovpålagt oversikt",
    "tilskuddsbetinget": "tilskuddsbetinget",
    "statlig_planretningslinje": "statlig planretningslinje",
    "forventning": "forventning",
    "prosesskrav": "prosesskrav",
}
STYRKE = {"skal": "skal", "bor": "bør", "kan": "kan"}
STYRKEGRUNNLAG = {"ordlyd": "ordlyd", "slutning": "slutning: ordet står ikke i teksten"}
RELEVANS = {
    "kjerne": "kjerne: hører hjemme i en planstrategi",
    "sektor": "sektor: bæres av en tjeneste eller et fagområde",
    "drift": "drift: løpende styring, sjelden en egen rad",
    "betinget": "betinget: gjelder bare når et vilkår er oppfylt",
}
VEDTAKSORGAN = {
    "kommunestyret_selv": "kommunestyret selv",
    "kommunestyret": "kommunestyret",
    "kommunen": "kommunen; organet er ikke angitt i regelverket",
    "kommunen_velger": "kommunen velger",
    "andre": "andre enn kommunen, eller sammen med andre",
}
HJEMMELROLLE = {
    "utfyller": "utfyller kravet, men er ikke selve kravet",
    "krever_ikke": "vist til fordi bestemmelsen ikke krever noen plan",
}
HVER_VALGPERIODE, MED_AARS_MELLOMROM, VED_OPPSTART = "hver_valgperiode", "med_aars_mellomrom", "ved_oppstart_av_planstrategi"
REGEL = {
    HVER_VALGPERIODE: "hver valgperiode",
    HVERT_AAR: "hvert år",
    MED_AARS_MELLOMROM: "med et fast antall år mellom",
    VED_OPPSTART: "klart når arbeidet med planstrategien starter",
    "fast_dato": "innen en fast dato",
    "ved_hendelse": "når noe utløser det",
    "holdes_oppdatert": "holdes oppdatert, uten dato",
}
SVAR = {
    "helt": "helt: planen svarer på kravet",
    "delvis": "delvis: planen svarer på en del av kravet",
    "kanskje": "kanskje: planen kan være et sted kravet ivaretas, men kilden sier det ikke",
    "ikke": "ikke: planen, eller ingen plan i planstrategien, svarer på kravet",
    "ikke_vurdert": "ikke vurdert: det mangler noe for å kunne svare",
    "ikke_aktuelt": "ikke aktuelt: vilkåret for kravet er ikke oppfylt i kommunen",
}
DOM = {
    "med": "med: stedet gir alle kommuner en plikt til å ha et dokument, et mål eller en rapport",
    "vilkaar": "vilkår: plikten gjelder bare noen kommuner, eller bare når noe annet er slik",
    "dekket": "dekket: stedet utdyper et krav som står et annet sted",
    "ikke": "ikke: stedet gir ikke kommunen noen slik plikt",
}
# how the last day of a step of the process follows from the law
VALGDAG, KONSTITUERING, FRIST_I_KRAVET, FOER_STEGET, UTEN_DAG = "valgdag", "konstituering", "krav", "saksgang", "uten_dag"
STEGREGEL = {
    VALGDAG: "valgdagen, ellers utgangen av september i valgåret",
    KONSTITUERING: "dagen kommunestyret konstituerte seg, ellers utgangen av oktober i valgåret",
    FRIST_I_KRAVET: "fristen i kravet, eller steget det skal være klart til, når dagen for det er satt",
    FOER_STEGET: "dagene i kravets saksgang før steget det skal være klart til",
    UTEN_DAG: "loven setter ingen dag",
}
# the kommuneplan, and the kommunedelplaner that are made like it (pbl. §§ 11-1 and 11-15)
KOMMUNEPLAN = ("samfunnsdel", "arealdel", "areal-kommunedelplan", "tematisk-kommunedelplan")
GJORT = {
    "ja": "kilden viser at kommunen har gjort det",
    "delvis": "kilden viser at kommunen har gjort en del av det",
    "nei": "kilden viser at kommunen ikke har gjort det",
}
# what several analyses and charts say
IKKE_OPPGITT = "ikke oppgitt"
GJELDER_IKKE, IKKE_AKTUELT, IKKE_VURDERT, GYLDIGHET_UKJENT = "gjelder ikke", "ikke aktuelt", "ikke vurdert", "gyldighet ukjent"
VILKAAR_UKJENT, TELLES_IKKE = "vilkår ikke avklart", "telles ikke"
# the facts of a register that can answer a requirement by themselves
VEDTATT, VEDTATT_INNEN_ETT_AAR, BESLUTNINGER = "vedtatt", "vedtatt_innen_ett_aar", "beslutninger"
REGISTERFAKTA = {
    VEDTATT: "at kommunestyret har vedtatt planstrategien i valgperioden",
    VEDTATT_INNEN_ETT_AAR: "at den er vedtatt innen ett år etter konstitueringen",
    BESLUTNINGER: "hva som er bestemt for kommuneplanen",
}
# the wheels of the plan system, and the rank of what stands on them
FIRE_AAR, ETT_AAR = "fire år", "ett år"
RINGS = {HVER_VALGPERIODE: FIRE_AAR, VED_OPPSTART: FIRE_AAR, MED_AARS_MELLOMROM: FIRE_AAR, HVERT_AAR: ETT_AAR}
WHEEL_RANKS = MERKEDAG, RYGGRAD, PLIKT = "merkedag", "ryggrad", "plikt"
# what a reference means, by its target
MAAL = {
    "plan": "en plan under «planer»",
    "omraade": "et kommunalområde under «omraader»",
    "rolle": "en rolle under «roller»",
    "tabell": "en tabell under «tabeller»",
    "omtalt": "et dokument under «omtalt»",
    "plantype": "en plantype i nasjonalt/plantyper.yaml",
    "forventning": "en forventning i katalogene under nasjonalt/ og regionalt/, eller et satsingsområde i registeret",
    "innsats": "en innsats i nasjonalt/innsats.yaml",
    "dokument": "et dokument i katalogene over forventninger",
    "krav": "et krav i nasjonalt/lovkrav.yaml",
    "prosessteg": "et steg under «prosess» i nasjonalt/lovkrav.yaml",
}
