"""Record classes → JSON Schema, so that an editor helps with the data files while they are written.

Draft 7 is the one the YAML extension of VS Code knows best; `enumDescriptions` is its own keyword.
"""

from typing import Any

from planstrategi.model import assumptions as effort
from planstrategi.model import expectations as expectation
from planstrategi.model import judgements as judgement
from planstrategi.model import plan, register, sections
from planstrategi.model import plan_types as catalogue
from planstrategi.model import requirements as requirement
from planstrategi.model import scenarios as scenario
from planstrategi.model.data_files import FileKind
from planstrategi.model.fields import Content, FieldSpec, ListOf, Many, One, specs

Schema = dict[str, Any]
# record class → what people call it, and what it is
POSTER = {
    sections.Kommune: ("Kommune", "Kommunen planstrategien gjelder for."),
    sections.Periode: ("Periode", "Årene planstrategien dekker."),
    sections.Dokument: ("Dokument", "Dokumentet registeret er skrevet av."),
    sections.Omraade: ("Kommunalområde", "En del av kommunens organisasjon som svarer for planer."),
    sections.Rolle: ("Rolle", "En rolle i et kommunalområde, aldri en person."),
    sections.Tabell: ("Tabell", "En plantabell i kilden, og hva innledningen sier om alle planene i den."),
    sections.Omtalt: ("Omtalt dokument", "Et dokument teksten nevner, men som ikke har egen rad i plantabellene."),
    sections.Beslutning: (
        "Beslutning",
        "Hva planstrategien bestemmer for en del av kommuneplanen (pbl. § 10-1 tredje ledd).",
    ),
    sections.Satsingsomraade: ("Satsingsområde", "Et satsingsområde i kommunens egen samfunnsdel."),
    sections.NasjonalSatsing: ("Nasjonal satsing", "Et nasjonalt satsingsområde som planstrategien gjengir."),
    sections.Utsagn: ("Utsagn", "Noe teksten sier, med egne ord."),
    sections.Prosess: ("Prosess", "Hva teksten sier om hvordan planstrategien ble til, og hva den er rettslig."),
    sections.Horing: ("Høring", "Kommunens standpunkt i en høring som teksten forteller om."),
    sections.Unntak: ("Unntak", "En advarsel eller merknad noen har bestemt seg for å leve med, til en dag."),
    register.Register: ("Register", "Ett register for hver kommune og periode."),
    plan.Avsnitt: ("Avsnitt", "Hvor i den løpende teksten i kilden noe står."),
    plan.Rad: ("Rad", "Hvilken tabell og rad i kilden planen står i."),
    plan.Statutt: ("Statutt", "En lov som kilden selv nevner."),
    plan.Venter: ("Venter på", "Noe arbeidet venter på."),
    plan.Driver: ("Driver", "Noen andre enn ansvarlig kommunalområde som driver planen fram."),
    plan.Lesning: ("Lesning", "Lesningen som er valgt der kilden kan leses på to måter."),
    plan.Plan: ("Plan", "En rad i plantabellene: hva planstrategien bestemmer for planen, og hva raden sier om den."),
    judgement.Vurdering: ("Vurdering", "I hvilken grad en plan svarer på en forventning, og hvorfor."),
    judgement.IkkeVurdert: ("Ikke vurdert", "En plan som ikke kan vurderes ut fra kilden."),
    judgement.Maalkobling: ("Målkobling", "Hvilke bærekraftsmål et satsingsområde er vurdert å høre til."),
    judgement.Vurderingssett: ("Vurderingssett", "Vurderinger gjort av én vurderer ved én anledning."),
    judgement.Vurderingsfil: ("Vurderingsfil", "Vurderingene som hører til ett register."),
    judgement.Lovvurdering: ("Lovvurdering", "Om en plan eller et annet dokument møter et krav, og hvorfor."),
    judgement.Lovvurderingssett: ("Lovvurderingssett", "Lovvurderinger gjort av én vurderer ved én anledning."),
    judgement.Utelatelse: ("Utelatelse", "Et krav kommunen har bestemt seg for ikke å møte, til en dag."),
    judgement.Lovvurderingsfil: ("Lovvurderingsfil", "Lovvurderingene som hører til ett register."),
    requirement.Hjemmel: ("Hjemmel", "Et sted i en lov, forskrift eller retningslinje."),
    requirement.Versjon: ("Versjon", "En tid et krav gjaldt i én form."),
    requirement.Gjentakelse: ("Gjentakelse", "Regelen for når et krav må møtes på nytt."),
    requirement.Saksgang: ("Saksgang", "Noe som må begynne et antall dager før vedtaket."),
    requirement.Kravkilde: ("Kravkilde", "Hvor et krav er lest, når, og hvor sikkert det er."),
    requirement.Lovkrav: ("Lovkrav", "Et krav til kommunen."),
    requirement.Valg: ("Valg", "Et kommunestyrevalg."),
    requirement.Misforstaaelse: ("Misforståelse", "Noe mange tror er lovpålagt, og hva som er riktig."),
    requirement.Lovkravfil: ("Lovkravkatalog", "Kravene til kommunene."),
    requirement.Lovtekst: ("Lovtekst", "En paragraf eller et punkt med avtrykk av teksten."),
    requirement.Lovtekstfil: ("Lovtekstliste", "Lovtekstene som ligger i mappen."),
    effort.Spenn: ("Spenn", "Lavt, sannsynlig og høyt, med grunnlag."),
    effort.Innsats: ("Innsats", "Hva ett slag arbeid tar."),
    effort.Innsatsfil: ("Innsatskatalog", "Antakelser om innsats."),
    effort.EgenInnsats: ("Egen innsats", "Kommunens egen antakelse om et slag arbeid eller én plan."),
    effort.Kapasitet: ("Kapasitet", "Månedsverk til planarbeid i et år."),
    effort.Fradrag: ("Fradrag", "Noe som tar av kapasiteten."),
    effort.Forutsetningsfil: ("Forutsetningsfil", "Kommunens egne antakelser."),
    scenario.Flytt: ("Flytting", "En plan det arbeides med i andre år."),
    scenario.Dropp: ("Bortfall", "En plan det ikke arbeides med."),
    scenario.SlaaSammen: ("Sammenslåing", "Planer som blir en del av en annen."),
    scenario.LeggTil: ("Ny plan", "En plan som ikke er i registeret."),
    scenario.Vakanse: ("Vakanse", "En rolle som er ledig."),
    scenario.NyKapasitet: ("Ny kapasitet", "Kapasitet som er en annen."),
    scenario.Scenario: ("Scenario", "Et valg: navngitte endringer lagt over registeret."),
    scenario.Scenariofil: ("Scenariofil", "Scenariene."),
    catalogue.Plantype: ("Plantype", "En plantype i den nasjonale katalogen."),
    catalogue.Plantypefil: ("Plantypekatalog", "De nasjonale plantypene."),
    expectation.Trukket: ("Tilbaketrekking", "At en forventning ikke gjelder lenger."),
    expectation.Forventning: ("Forventning", "Noe staten eller fylket forventer av planleggingen."),
    expectation.Kapittel: ("Kapittel", "Et kapittel i et dokument, som også er et satsingsområde."),
    expectation.Utgave: ("Utgave", "En tid et dokument gjaldt i én utgave."),
    expectation.Forventningsdokument: ("Forventningsdokument", "Et dokument med forventninger."),
    expectation.Forventningsfil: ("Forventningskatalog", "Forventninger til planleggingen."),
    expectation.Baerekraftsmaal: ("Bærekraftsmål", "Ett av FNs bærekraftsmål."),
    expectation.Maalfil: ("Målkatalog", "FNs bærekraftsmål."),
}


def schema(kind: FileKind) -> Schema:
    """Return the JSON Schema of a kind of data file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Laget av «make data»; endringer gjøres i planstrategi/.",
        **_record(kind.post),
        "definitions": {post.__name__: _record(post) for post in records(kind.post)[1:]},
    }


def records(top: type) -> list[type]:
    """Return a record class and those it holds, directly or not, each once, in the order they are met."""
    found = [top]
    for record in found:
        for spec in specs(record).values():
            if isinstance(spec.innhold, One | Many) and spec.innhold.av not in found:
                found.append(spec.innhold.av)
    return found


def _record(post: type) -> Schema:
    title, description = POSTER[post]
    fields = specs(post).values()
    return {
        "title": title,
        "description": description,
        "type": "object",
        "properties": {spec.navn: _field(spec) for spec in fields},
        "required": [spec.navn for spec in fields if spec.krav],
        "additionalProperties": False,
    }


def _field(spec: FieldSpec) -> Schema:
    example = f"\n\nEksempel: {spec.navn}: {spec.eksempel}" if spec.eksempel else ""
    return {"description": spec.betydning + example, **_content(spec.innhold)}


def _content(content: Content) -> Schema:
    match content:
        case One(post):
            # in draft 7 what stands beside a $ref is not read
            return {"allOf": [_reference(post)]}
        case Many(post):
            return {"type": "array", "items": _reference(post)}
        case ListOf(kind):
            return {"type": "array", "items": kind.schema(), "uniqueItems": True}
        case kind:
            return kind.schema()


def _reference(post: type) -> Schema:
    return {"$ref": f"#/definitions/{post.__name__}"}
