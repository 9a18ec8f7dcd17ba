"""The fields of a plan against each other: which rules hold each pair, or why none is needed."""

from functools import cache
from itertools import combinations, product, starmap

from planstrategi.checks.all_rules import RULES
from planstrategi.model.fields import specs
from planstrategi.model.plan import Plan

Pair = tuple[str, str]

FELT = tuple(specs(Plan))
# field -> why it needs no rule against any other field, where no rule and no row below says otherwise
FELT_FOR_SEG = {
    "id": "Id-en er bare et navn for maskinen og sier ikke noe om planen.",
    "navn": "Navnet gjengis slik kilden skriver det; bare årene i det kan holdes mot andre felt (REG262).",
    "kortnavn": "En fri forkortelse av navnet, bare til figurer.",
    "kilde": "Stedet i kilden sier ikke noe om planen, bare hvordan tabellens planer skal vedtas (REG228).",
    "vedtatt_organ": "Organets navn er fri tekst; bare at vedtaksmåten også er oppgitt, kontrolleres (REG229).",
    "skal_vedtas_organ": "Organets navn er fri tekst; at noe skal vedtas, og hvordan, kontrolleres (REG224, REG229).",
    "ansvarlig": "Ansvaret følger av hvordan kommunen er organisert, ikke av hva som er bestemt, eller når.",
    "merker": "Merkene er trykt tegn for årene i aar; at de stemmer med dem og med tabellen, kontrolleres (REG280, REG283).",
    "innsats": "Kildens egne tall; at de har enhet og stemmer med årene, kontrolleres (REG284, REG285).",
    "hast": "Kildens ord for hvor mye det haster binder verken beslutning, tid eller ansvar.",
    "eier": "Hvem planen tilhører, binder verken beslutning, tid eller ansvar.",
    "bestiller": "Hvem som har bestilt planen, binder verken beslutning, tid eller ansvar.",
    "erstattes_av_omtalt": "Dokumentet har ingen rad og ingen tidspunkter å holdes mot; bare beslutningen kontrolleres (REG232).",
    "temaer": "Kildens tema sier ikke noe om beslutning, tid eller ansvar.",
    "roller": "Rollene følger av hvordan kommunen er organisert, ikke av hva som er bestemt, eller når.",
    "medvirkende": "Hvem som medvirker, følger av hva planen handler om, ikke av hva som er bestemt, eller når.",
    "drivere": "Hvem andre som driver planen fram, binder verken beslutning, tid eller ansvar.",
    "kan_inngaa_i": "En mulighet endrer aldri en telling og binder ikke de andre feltene.",
    "statutter": "Kilden nevner loven; hva loven krever av tid, ansvar og vedtak, står ikke i registeret.",
    "lesninger": "Fri tekst om hvordan kilden er lest; bare at feltet finnes, kontrolleres (REG258).",
    "merknad": "Fri tekst.",
}
# fields, fields, why no pair of one from each needs a rule
# fmt: off
UTEN_REGEL = (
    ("plantype", "status", "Alle plantyper kan varsles, arbeides med, behandles og gjelde."),
    ("plantype", "vedtatt datert revidert skal_vedtas aar oppstart ferdig", "Tidspunktene avhenger av saken, ikke av plantypen."),
    ("plantype", "gyldig_fra gyldig_til foer_utlop", "Plan- og bygningsloven setter ingen sluttdato for noen plantype; den kilden oppgir, føres."),
    ("plantype", "inngaar_i samordnes_med venter_paa", "Planer av ulik type kan være deler av hverandre, samordnes og vente på hverandre."),
    ("planbehov", "vedtatt vedtatt_av datert revidert gyldig_fra", "Feltet gjelder utgaven som er, planbehov den neste; også en ny plan kan avløse en eldre i samme rad."),
    ("planbehov", "foer_utlop", "Utløpet holdes mot planbehov i REG204, enten foer_utlop står der eller ikke."),
    ("planbehov", "samordnes_med", "Det går an å samordne med en plan som ligger fast."),
    ("status", "vedtatt vedtatt_av datert revidert", "Status gjelder arbeidet nå; utgaven kan være fra når som helst før per_dato (REG222)."),
    ("status", "skal_vedtas ferdig", "Et tidspunkt som er passert, meldes uansett status (REG223)."),
    ("status", "inngaar_i samordnes_med erstattes_av", "Planer som henger sammen, kan være kommet ulikt langt."),
    ("vedtatt", "vedtatt_av vedtatt_organ", "Kilden kan oppgi tidspunktet uten hvem og hvordan, og omvendt."),
    ("skal_vedtas", "skal_vedtas_av skal_vedtas_organ", "Kilden kan oppgi tidspunktet uten hvem og hvordan, og omvendt."),
    ("vedtatt_av", "datert revidert skal_vedtas gyldig_fra gyldig_til foer_utlop aar oppstart ferdig", "Hvordan en utgave er vedtatt, sier ikke noe om tidspunktene."),
    ("skal_vedtas_av", "vedtatt datert revidert gyldig_fra gyldig_til foer_utlop aar oppstart ferdig", "Hvordan en utgave skal vedtas, sier ikke noe om tidspunktene."),
    ("vedtatt_av", "skal_vedtas_av", "To utgaver av samme plan kan vedtas på hver sin måte."),
    ("vedtatt_av skal_vedtas_av", "inngaar_i samordnes_med venter_paa erstattes_av", "Planer som henger sammen, kan vedtas på hver sin måte."),
    ("vedtatt_av skal_vedtas_av", "aarlig", "Det årlige arbeidet kan vedtas på en annen måte enn planen."),
    ("vedtatt datert revidert", "gyldig_fra", "En utgave kan vedtas, dateres og revideres både før og etter at perioden den gjelder for, begynner."),
    ("vedtatt", "ferdig", "Utgaven er vedtatt før per_dato (REG222), og det som skulle vært ferdig før da, meldes (REG223)."),
    ("datert revidert", "skal_vedtas ferdig", "Utgaven er fra før per_dato (REG222), og det som skulle vært vedtatt eller ferdig før da, meldes (REG223)."),
    ("vedtatt datert revidert", "aar oppstart", "Arbeid kan være begynt eller merket både før og etter at gjeldende utgave ble til."),
    ("vedtatt datert revidert gyldig_fra", "inngaar_i samordnes_med venter_paa erstattes_av", "Hvor gammel gjeldende utgave er, binder ikke forholdet til andre planer."),
    ("vedtatt datert revidert gyldig_fra gyldig_til foer_utlop", "aarlig", "Det årlige arbeidet endrer ikke hva gjeldende utgave er, eller hvor lenge den gjelder."),
    ("gyldig_fra", "skal_vedtas aar oppstart ferdig", "gyldig_fra gjelder utgaven som er; vedtaket og arbeidet gjelder den neste."),
    ("gyldig_til", "inngaar_i samordnes_med venter_paa", "Utløpet holdes mot planens egne år (REG205), og de mot årene til andre planer (REG231, REG235, REG237)."),
    ("foer_utlop", "status vedtatt datert revidert gyldig_fra", "foer_utlop gjelder slutten av gyldigheten og holdes mot den (REG206, REG207, REG261)."),
    ("foer_utlop", "oppstart", "Arbeid som begynner etter utløpet, meldes uansett foer_utlop (REG205)."),
    ("foer_utlop", "inngaar_i samordnes_med venter_paa erstattes_av", "foer_utlop gjelder bare planen selv."),
    ("skal_vedtas oppstart ferdig", "inngaar_i samordnes_med erstattes_av", "Tidspunktene holdes mot planens egne år (REG211, REG212), og de mot årene til andre planer."),
    ("aar", "ansvarlig roller medvirkende", "Hvor mye noen kan ha på én gang, er ikke fastsatt; tabellene kapasitet og kapasitet-rolle viser det."),
    ("ansvarlig roller medvirkende", "inngaar_i samordnes_med venter_paa erstattes_av", "Planer under ulike kommunalområder kan henge sammen."),
    ("inngaar_i", "samordnes_med", "Overflødig, men ikke feil: det som inngår i en plan, samordnes med den."),
    ("inngaar_i", "venter_paa", "Arbeidet kan vente på at planen det inngår i, kommer i gang."),
    ("inngaar_i", "erstattes_av", "En plan som erstattes, kan inngå i arbeidet med planen som erstatter den."),
    ("samordnes_med", "venter_paa", "En plan kan både vente på og samordnes med en annen."),
    ("samordnes_med", "erstattes_av", "En plan kan samordnes med en annen fram til den erstattes av den."),
    ("samordnes_med", "aarlig", "Også det som gjøres hvert år, kan samordnes."),
    ("venter_paa", "erstattes_av", "En plan kan vente på den som skal erstatte den."),
    ("erstattes_av", "aarlig", "REG232 holder erstattes_av mot planbehov, og REG245 planbehov mot aarlig."),
)
# fmt: on


def pair_in_order(one: str, other: str) -> Pair:
    """Return two fields in the order they are written in a plan."""
    first, second = sorted((one, other), key=FELT.index)
    return first, second


@cache
def rules_by_pair() -> dict[Pair, tuple[str, ...]]:
    """Return the codes of the rules that hold each pair of fields against each other; pairs without are left out."""
    found: dict[Pair, tuple[str, ...]] = {}
    for rule in RULES:
        for group in rule.groups:
            for both in starmap(pair_in_order, combinations([felt for felt in group if felt in FELT], 2)):
                found[both] = (*(kode for kode in found.get(both, ()) if kode != rule.kode), rule.kode)
    return found


@cache
def reasons_by_pair() -> dict[Pair, str]:
    """Return why each pair of fields that UTEN_REGEL lists needs no rule."""
    return {pair_in_order(*both): grunn for left, right, grunn in UTEN_REGEL for both in product(left.split(), right.split())}


@cache
def left_alone(felt: str) -> tuple[str, ...]:
    """Return the fields that the reason in FELT_FOR_SEG is about: those no rule and no row of UTEN_REGEL holds."""
    taken = rules_by_pair().keys() | reasons_by_pair().keys()
    return tuple(other for other in FELT if other != felt and pair_in_order(felt, other) not in taken)
