"""What somebody has judged, with who, when and why: never mixed with facts."""

from dataclasses import dataclass

from planstrategi.model.dates import Date
from planstrategi.model.expectations import GOAL
from planstrategi.model.fields import Choice, Code, DataFile, Id, ListOf, Many, Record, Ref, Text, YesNo, record, yaml_field
from planstrategi.model.vocabulary import GRAD, GRUNNLAG, PLANSTRATEGIEN, SVAR

# where the judgements of a register lie, from its own folder
JUDGEMENT_FOLDER = "vurderinger"
JUDGEMENTS = f"{JUDGEMENT_FOLDER}/forventninger.yaml"
LEGAL_JUDGEMENTS = f"{JUDGEMENT_FOLDER}/lovkrav.yaml"
# the judgements by which something meets a requirement, or may do so
ANSWERING = ("helt", "delvis", "kanskje")
# a plan that is declared in another register, which is not read with this one
OF_THE_OTHER = Code(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", "id-en til planen i den forrige planstrategien")
FINGERPRINT = Code("[0-9a-f]{64}", "et avtrykk på 64 tegn")


# One line per field, so that a record reads as a table.
# fmt: off
@record("Vurdering", "I hvilken grad en plan, eller planstrategien selv, svarer på en forventning, og hvorfor.")
class Vurdering(Record):
    plan: str | None = yaml_field(Ref("plan"), "Planen; utelates når det er planstrategien selv som er vurdert.", "plan-for-frivillighet")
    planstrategien: bool | None = yaml_field(YesNo(), "Skriv ja når planstrategien selv er vurdert: bare for det som er rettet til den.", "ja")
    forventning: str = yaml_field(Ref("forventning"), "Forventningen.", "lok-06", krav=True)
    grad: str = yaml_field(Choice(GRAD), "I hvilken grad planen svarer på forventningen.", "sterk", krav=True)
    grunnlag: str = yaml_field(Choice(GRUNNLAG), "Hva i planens rad vurderingen hviler på.", "navn", krav=True)
    grunn: str = yaml_field(Text(), "Begrunnelsen.", krav=True)

    @property
    def who(self) -> str:
        """The id of what is judged: a plan, or `planstrategien`."""
        return self.plan or PLANSTRATEGIEN


@record("Ikke vurdert", "En plan som ikke kan vurderes ut fra kilden.")
class IkkeVurdert(Record):
    plan: str = yaml_field(Ref("plan"), "Planen.", "vallejordet", krav=True)
    grunn: str = yaml_field(Text(), "Hvorfor den ikke kan vurderes.", krav=True)


@record("Målkobling", "Hvilke bærekraftsmål et satsingsområde er vurdert å høre til.")
class Maalkobling(Record):
    forventning: str = yaml_field(Ref("forventning"), "Satsingsområdet.", "lok-04", krav=True)
    maal: tuple[int, ...] = yaml_field(ListOf(GOAL), "Målene, etter nummer.", "[3, 4, 10]", krav=True)


@dataclass(init=False, slots=True, repr=False, eq=False)
class Sett(Record):
    """What is said of all judgements of one judge on one occasion. Each file has ids of its own."""

    id: str = ""
    hvem: str = yaml_field(Text(), "Rollen som har vurdert, aldri navn på en person.", krav=True)
    naar: str = yaml_field(Date(), "Dagen vurderingen ble gjort.", "2026-11-23", krav=True)
    grunnlag: str = yaml_field(Text(), "Hva vurderingen bygger på.", krav=True)
    forelopig: bool = yaml_field(YesNo(), "Om vurderingen er foreløpig.", "ja", krav=True)


@record("Vurderingssett", "Vurderinger gjort av én vurderer ved én anledning.")
class Vurderingssett(Sett):
    id: str = yaml_field(Id("vurderingssett"), "Fast id.", "forste-lesning", krav=True)
    kontroll: bool | None = yaml_field(YesNo(), "Om settet bare måler enighet: noen har vurdert de samme parene uten å se de andre settene. Det endrer da ingen status.", "ja")
    dokumenter: tuple[str, ...] = yaml_field(
        ListOf(Ref("dokument")),
        "Dokumentene der settet har vurdert alle planene mot alle punktene: et par som ikke er ført, er vurdert til ingen. Ellers gjelder settet bare parene som er ført.",
        "[nasjonale-forventninger-2023]")
    lokale: bool | None = yaml_field(YesNo(), "Om det samme gjelder kommunens egne satsingsområder.", "ja")
    ikke_vurdert: tuple[IkkeVurdert, ...] = yaml_field(Many(IkkeVurdert), "Planer settet ikke kan vurdere.")
    maal: tuple[Maalkobling, ...] = yaml_field(Many(Maalkobling), "Bærekraftsmålene satsingsområdene hører til.")
    vurderinger: tuple[Vurdering, ...] = yaml_field(Many(Vurdering), "Vurderingene, én per linje.")


@record("Vurderingsfil", "Vurderingene som hører til ett register.")
class Vurderingsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen vurderingene er kjent per.", "2026-11-23", krav=True)
    sett: tuple[Vurderingssett, ...] = yaml_field(Many(Vurderingssett), "Ett sett per vurderer og anledning.")


@record("Lovvurdering", "Om en plan eller et annet dokument møter et krav, og hvorfor.")
class Lovvurdering(Record):
    krav: str = yaml_field(Ref("krav"), "Kravet.", "forebyggende-plan-barnevern", krav=True)
    plan: str | None = yaml_field(Ref("plan"), "Planen som svarer; utelates når det er noe annet, eller ingenting, som gjør det.", "ruspolitisk-handlingsplan")
    omtalt: str | None = yaml_field(Ref("omtalt"), "Dokumentet som svarer, når det ikke har egen rad.", "okonomi-og-handlingsplan")
    planstrategien: bool | None = yaml_field(YesNo(), "Skriv ja når det er planstrategien selv som svarer.", "ja")
    svar: str = yaml_field(Choice(SVAR), "Om kravet er møtt.", "delvis", krav=True)
    ordlyd: str | None = yaml_field(Date(), "Dagen ordlyden det er vurdert mot, gjaldt; ellers settets.", "2025-12-31")
    hvor: str | None = yaml_field(Text(), "Hvor i planen eller kilden det står.", "planens rad")
    grunn: str = yaml_field(Text(), "Begrunnelsen.", krav=True)
    avtrykk: tuple[str, ...] = yaml_field(ListOf(FINGERPRINT), "Avtrykkene av lovteksten det er vurdert mot; se tabellen lovtekster.")

    @property
    def target(self) -> tuple[str, str]:
        """What is judged: its kind and id; both are empty when the requirement is judged as such."""
        named = (("plan", self.plan), ("omtalt", self.omtalt), (PLANSTRATEGIEN, self.planstrategien and PLANSTRATEGIEN))
        return next(((kind, name) for kind, name in named if name), ("", ""))


@record("Lovvurderingssett", "Lovvurderinger gjort av én vurderer ved én anledning.")
class Lovvurderingssett(Sett):
    id: str = yaml_field(Id("lovvurderingssett"), "Fast id.", "forste-lesning", krav=True)
    ordlyd: str | None = yaml_field(Date(), "Dagen ordlyden det er vurdert mot, gjaldt; utelates når det er dagen i naar.", "2026-07-02")
    vurderinger: tuple[Lovvurdering, ...] = yaml_field(Many(Lovvurdering), "Vurderingene, én per linje.")

    def wording_of(self, vurdering: Lovvurdering) -> str:
        """Return the day whose wording of the law one of its judgements was read against."""
        return vurdering.ordlyd or self.ordlyd or self.naar


@record("Utelatelse", "Et krav kommunen har bestemt seg for ikke å møte, til en dag.")
class Utelatelse(Record):
    krav: str = yaml_field(Ref("krav"), "Kravet.", "kulturminneplan", krav=True)
    sak: str = yaml_field(Text(), "Saken det ble bestemt i.", "PS 12/24", krav=True)
    hvem: str = yaml_field(Text(), "Organet som bestemte det.", "kommunestyret", krav=True)
    dato: str = yaml_field(Date(), "Dagen det ble bestemt.", "2024-06-13", krav=True)
    til: str = yaml_field(Date(), "Siste dag beslutningen gjelder.", "2027-12-31", krav=True)
    grunn: str = yaml_field(Text(), "Begrunnelsen.", krav=True)


@record("Lovvurderingsfil", "Lovvurderingene som hører til ett register.")
class Lovvurderingsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen vurderingene er kjent per.", "2026-11-25", krav=True)
    sett: tuple[Lovvurderingssett, ...] = yaml_field(Many(Lovvurderingssett), "Ett sett per vurderer og anledning.")
    utelatelser: tuple[Utelatelse, ...] = yaml_field(Many(Utelatelse), "Krav kommunen har bestemt seg for ikke å møte.")


@record("Navnebytte", "Om en plan i den forrige planstrategien er den samme som en plan i denne.")
class Navnebytte(Record):
    fra: str = yaml_field(OF_THE_OTHER, "Planen i den forrige planstrategien.", "klimaplan", krav=True)
    til: str = yaml_field(Ref("plan"), "Planen i denne.", "klima-og-energiplan", krav=True)
    samme: bool = yaml_field(YesNo(), "Om det er den samme planen.", "ja", krav=True)
    grunn: str | None = yaml_field(Text(), "Hvorfor, eller hvem som har svart; aldri navn på en person.", "Planen ble utvidet med energi i 2026.")


@record("Navnebyttefil", "Svarene på hvilke planer som har fått nytt navn siden den forrige planstrategien.")
class Navnebyttefil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen svarene er kjent per.", "2028-06-30", krav=True)
    navnebytter: tuple[Navnebytte, ...] = yaml_field(Many(Navnebytte), "Svarene, én linje for hvert.")
