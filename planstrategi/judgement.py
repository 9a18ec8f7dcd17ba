"""What somebody has judged, with who, when and why: never mixed with facts."""

from dataclasses import dataclass

from planstrategi.fields import Choice, Id, Many, Record, Ref, Text, YesNo, yaml_field
from planstrategi.moments import Date
from planstrategi.words import GRAD, GRUNNLAG

# where the judgements of a register lie, from its own folder
JUDGEMENTS = "vurderinger/forventninger.yaml"


# One line per field, so that a record reads as a table.
# fmt: off
@dataclass(slots=True)
class Vurdering(Record):
    """One judgement: to what degree a plan answers an expectation, and why."""

    plan: str = yaml_field(Ref("plan"), "Planen.", "plan-for-frivillighet", krav=True)
    forventning: str = yaml_field(Ref("forventning"), "Forventningen.", "lok-06", krav=True)
    grad: str = yaml_field(Choice(GRAD), "I hvilken grad planen svarer på forventningen.", "sterk", krav=True)
    grunnlag: str = yaml_field(Choice(GRUNNLAG), "Hva i planens rad vurderingen hviler på.", "navn", krav=True)
    grunn: str = yaml_field(Text(), "Begrunnelsen.", krav=True)


@dataclass(slots=True)
class Vurderingssett(Record):
    """Judgements made by one judge on one occasion."""

    id: str = yaml_field(Id("vurderingssett"), "Fast id.", "forste-lesning", krav=True)
    hvem: str = yaml_field(Text(), "Rollen som har vurdert, aldri navn på en person.", krav=True)
    naar: str = yaml_field(Date(), "Dagen vurderingen ble gjort.", "2026-11-23", krav=True)
    grunnlag: str = yaml_field(Text(), "Hva vurderingen bygger på.", krav=True)
    forelopig: bool = yaml_field(YesNo(), "Om vurderingen er foreløpig.", "ja", krav=True)
    vurderinger: tuple[Vurdering, ...] = yaml_field(Many(Vurdering), "Vurderingene, én per linje.")


@dataclass(slots=True)
class Vurderingsfil(Record):
    """vurderinger/forventninger.yaml."""

    per_dato: str = yaml_field(Date(), "Dagen vurderingene er kjent per.", "2026-11-23", krav=True)
    sett: tuple[Vurderingssett, ...] = yaml_field(Many(Vurderingssett), "Ett sett per vurderer og anledning.")
