"""The kinds of value a data file may hold, and how a record and its fields are declared: a field is one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, make_dataclass
from functools import cache
from typing import Any, ClassVar, NamedTuple, TypeVar, cast, dataclass_transform
from unicodedata import normalize

from planstrategi.model.vocabulary import MAAL


class Invalid(ValueError):
    """A scalar that its kind does not allow: what is allowed, what to write instead, the allowed words by label, why."""

    def __init__(self, tillatt: str, skriv: str = "", valg: dict[str, str] | None = None, hvorfor: str = "") -> None:
        self.tillatt, self.skriv, self.valg, self.hvorfor = tillatt, skriv, valg or {}, hvorfor


class Kind:
    """One kind of scalar. `tillatt` is said to the user; `schema` goes into the JSON Schema."""

    tillatt = "tekst"
    plain_only = False

    def parse(self, text: str) -> Any:
        """Return the value of `text`, or raise Invalid."""
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the scalar as an editor sees it: what looks like a number is one there."""
        return {"type": "string"}


# control characters, which libyaml refuses, the line ends it counts that no editor does, and signs of no width that
# turn the text round or make two equal words different; those that join letters stay
STRANGE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Text(Kind):
    """Free text on one or more lines."""

    def parse(self, text: str) -> str:
        # only an escape in double quotes can bring one this far; no printable sign is strange, and that is soon seen
        if not text.isprintable() and STRANGE.search(text):
            raise Invalid("tekst uten usynlige tegn")
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": r"\S"}


class Name(Text):
    """What a thing is called, which is drawn and said whole: no text."""

    most = 300
    tillatt = f"tekst på høyst {most} tegn"

    def parse(self, text: str) -> str:
        if len(text) > self.most:
            raise Invalid(self.tillatt, hvorfor=f"Den er på {len(text)} tegn.")
        return super().parse(text)

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"maxLength": self.most}


ASCII_LETTERS: dict[int, Any] = str.maketrans({"æ": "ae", "ø": "o", "å": "aa"})
ID_FORM = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*\Z")
ID_SCHEMA = {"type": ["string", "number"], "pattern": "^[a-z0-9]+(?:[.-][a-z0-9]+)*$", "minimum": 0}


class Id(Kind):
    """A stable id, unique among all records of the same target."""

    tillatt = "små bokstaver a–z, tall, bindestrek og punktum, for eksempel kommuneplanens-arealdel"

    def __init__(self, target: str) -> None:
        self.target = target

    def parse(self, text: str) -> str:
        if ID_FORM.match(text):
            return text
        words = re.sub(r"[^a-z0-9]+", lambda gap: "." if gap[0] == "." else "-", text.lower().translate(ASCII_LETTERS))
        raise Invalid(self.tillatt, words.strip("-."))

    def schema(self) -> dict[str, Any]:
        return ID_SCHEMA


def folder_name(name: str) -> str:
    """Return a name as an id or a folder: lower-case letters a–z and digits with hyphens, empty when none is left."""
    # from three letters of Sámi names no accent can be taken
    letters = normalize("NFC", name).lower().translate(ASCII_LETTERS | str.maketrans("đŋŧ–", "dnt-"))
    return re.sub(r"[^a-z0-9]+", "-", normalize("NFKD", letters).encode("ascii", "ignore").decode()).strip("-")


class Ref(Kind):
    """The id of a record declared elsewhere; `target` says of which sort."""

    def __init__(self, target: str) -> None:
        self.target, self.tillatt = target, f"id-en til {MAAL[target]}"

    def schema(self) -> dict[str, Any]:
        return ID_SCHEMA


class Choice(Kind):
    """One of a fixed set of words; `valg` maps the word to the label people see."""

    def __init__(self, valg: dict[str, str]) -> None:
        self.valg = valg
        self.tillatt = ", ".join(valg)

    def parse(self, text: str) -> str:
        if text in self.valg:
            return text
        raise Invalid(self.tillatt, valg=self.valg)

    def schema(self) -> dict[str, Any]:
        # the labels stand in a keyword of the editors
        return {"enum": list(self.valg), "enumDescriptions": list(self.valg.values())}


class YesNo(Choice):
    """ja or nei, read as True or False."""

    def __init__(self) -> None:
        super().__init__({"ja": "ja", "nei": "nei"})

    def parse(self, text: str) -> Any:
        return super().parse(text) == "ja"


class Code(Kind):
    """Text of a fixed form, for example a municipality number."""

    def __init__(self, form: str, tillatt: str) -> None:
        self.pattern, self.form, self.tillatt = form, re.compile(form + r"\Z"), tillatt

    def parse(self, text: str) -> str:
        if self.form.match(text):
            return text
        raise Invalid(self.tillatt, next(filter(self.form.match, (text.lower().translate(ASCII_LETTERS), text.upper())), ""))

    def schema(self) -> dict[str, Any]:
        form = {"type": "string", "pattern": f"^(?:{self.pattern})$"}
        digits = max((length for length in range(1, 10) if self.form.match("1" * length)), default=0)
        return form | {"type": ["string", "integer"], "minimum": 0, "maximum": 10**digits - 1} if digits else form


class ListOf(NamedTuple):
    """A list of scalars of one kind; `stigende` when they must rise, each once; `alene` when one may stand without a list."""

    av: Kind
    stigende: bool = False
    alene: bool = False


class One(NamedTuple):
    """One record."""

    av: Any


class Many(NamedTuple):
    """A list of records."""

    av: Any


class MapOf(NamedTuple):
    """Pairs of scalars, each key once; `alene` when one value alone, kept under the key "", may stand for all keys."""

    nokkel: Kind
    verdi: Kind
    alene: bool = False


Content = Kind | ListOf | One | Many | MapOf


class FieldSpec(NamedTuple):
    """What is declared of one field: where it sits in its record, its kind, and its words for people."""

    navn: str
    plass: int
    innhold: Content
    betydning: str
    eksempel: str
    krav: bool


def yaml_field(innhold: Content, betydning: str, eksempel: str = "", krav: bool = False) -> Any:
    """Declare a field of a record: what it holds, what it means, an example as written in YAML."""
    default: Any = () if isinstance(innhold, ListOf | Many | MapOf) else None
    return field(default=default, metadata={"spec": (innhold, betydning, eksempel, krav)})


Declared = TypeVar("Declared", bound="type[Record]")


@dataclass_transform()
def record(navn: str, omtale: str) -> Callable[[Declared], Declared]:
    """Declare a record: what people call it, and what it is, for data/README.md and the JSON Schema."""

    def declare(post: Declared) -> Declared:
        # dataclass writes a text of all the fields where there is none, slowly, and what Record has for all: a tenth of a command
        post.kalles, post.__doc__, post.__init__ = navn, omtale, Record.__init__  # type: ignore[method-assign]
        return cast(Declared, dataclass(init=False, slots=True, repr=False, eq=False)(post))

    return declare


@dataclass(init=False, slots=True, repr=False, eq=False)
class Record:
    """A mapping in a data file. `sted` holds the place of each field that is written there (see `problem.place`)."""

    kalles: ClassVar[str]
    sted: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        # what fills a record is made with the first one: most commands fill few of the sixty sorts
        made = make_dataclass("Made", [(f.name, f.type, f) for f in fields(self)], repr=False, eq=False)
        type(self).__init__ = made.__dict__["__init__"]  # type: ignore[method-assign]
        made.__dict__["__init__"](self, *given, **named)

    def __repr__(self) -> str:
        shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
        return f"{type(self).__qualname__}({shown})"

    def __eq__(self, other: object) -> bool:
        alike = (getattr(self, f.name) == getattr(other, f.name) for f in fields(self) if f.compare)
        return type(other) is type(self) and all(alike)


@dataclass(init=False, slots=True, repr=False, eq=False)
class DataFile(Record):
    """A whole data file: `fil` is its path as people find it, `datasti` its place in the data, wherever that lies."""

    fil: str = field(default="", compare=False)
    datasti: str = field(default="", compare=False)


@cache
def specs(record: type) -> dict[str, FieldSpec]:
    """The fields of a record class that stand in YAML, by name, in the order they are written."""
    return {f.name: FieldSpec(f.name, n, *f.metadata["spec"]) for n, f in enumerate(fields(record)) if "spec" in f.metadata}
