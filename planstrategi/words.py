"""The fixed words of the data files, each with the label people see."""

PLANBEHOV = {
    "ny": "Ny plan",
    "full_revisjon": "Full revisjon",
    "revisjon": "Revisjon",
    "rullering_av_handlingsdel": "Rullering av handlingsdel",
    "viderefores": "Videreføres",
    "erstattes": "Erstattes",
    "oppheves": "Oppheves",
    "avklares": "Ikke avklart",
}
STATUS = {
    "ikke_startet": "Ikke startet",
    "utredes": "Utredes før planarbeid",
    "venter": "Venter på andre eller på et vedtak",
    "oppstart_varslet": "Oppstart varslet",
    "under_arbeid": "Under arbeid",
    "til_behandling": "Til politisk behandling",
    "gjeldende": "Gjeldende, ikke under arbeid",
}
VEDTAKSMAATE = {"politisk": "politisk", "administrativt": "administrativt"}
AARLIG = {"handlingsdel": "handlingsdel", "handlingsplan": "handlingsplan", "prioritering": "prioritering"}
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
EIER = {"kommune": "kommunen", "fylkeskommune": "fylkeskommunen", "stat": "staten"}
GRAD = {
    "sterk": "sterk: raden sier selv at planen handler om kjernen i satsingsområdet",
    "delvis": "delvis: raden sier noe som svarer på en del av satsingsområdet",
    "svak": "svak: bare navnet eller en bisetning peker mot satsingsområdet",
}
GRUNNLAG = {
    "kommentar": "kommentaren i planens rad",
    "navn": "planens navn alene",
    "statutt": "lovhjemmelen raden nevner",
    "relasjon": "planens forhold til en annen plan",
}
SIKKERHET = {"bekreftet": "bekreftet", "trolig": "trolig", "usikker": "usikker"}
ALVOR = {"feil": "feil", "advarsel": "advarsel", "merknad": "merknad"}
# what people write for the words above; never a word with another meaning
SYNONYMER = {
    "revideres": "revisjon", "revidering": "revisjon", "revidere": "revisjon", "revisjoner": "revisjon",
    "revideres_ikke": "viderefores", "ikke_revisjon": "viderefores", "uendret": "viderefores",
    "videreforing": "viderefores", "full": "full_revisjon", "rulleres": "rullering_av_handlingsdel",
    "rullering": "rullering_av_handlingsdel", "nytt": "ny", "erstatning": "erstattes", "opphevet": "oppheves",
    "opphev": "oppheves", "uavklart": "avklares", "avklaring": "avklares", "startet": "under_arbeid",
    "pagar": "under_arbeid", "paagaar": "under_arbeid", "pabegynt": "under_arbeid", "i_arbeid": "under_arbeid",
    "varslet": "oppstart_varslet", "avventer": "venter", "vedtatt": "gjeldende", "ikke_pabegynt": "ikke_startet",
    "yes": "ja", "true": "ja", "no": "nei", "false": "nei", "administrasjonen": "administrativt",
}  # fmt: skip
