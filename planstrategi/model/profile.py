"""How a municipality looks in what it hands over: its two colours and its logo; and what a colour is to the eye."""

from dataclasses import field

from planstrategi.model.fields import Code, DataFile, record, yaml_field

COLOUR = Code("#[0-9a-f]{6}", 'en farge i anførselstegn, som "#00594c": # og seks tegn av 0–9 og a–f')
LOGO = Code(r"[A-Za-z0-9æøåÆØÅ_-][A-Za-z0-9æøåÆØÅ_. -]{0,90}\.png", "navnet på en PNG-fil i samme mappe, som logo.png")
# the house's own dark colour
DEEP = "#12436d"
# contrasts that WCAG 2 asks for: of text, and of what lies beside something else
TEXT_CONTRAST, FILL_CONTRAST = 4.5, 3.0
BLACK_LIMIT, LINEAR = 0.04045, 12.92


# One line per field, so that a record reads as a table.
# fmt: off
@record("Profil", "Kommunens egne farger og logo, i figurene og i alt som lages. Det som utelates, er slik det er uten filen.")
class Profil(DataFile):
    farge: str | None = yaml_field(COLOUR, "Den mørke fargen, til fyll, overskrifter og bakgrunn med hvit tekst. Lysere toner lages av den.", '"#00594c"')
    farge_2: str | None = yaml_field(COLOUR, "Den lyse fargen, til fyll ved siden av den mørke.", '"#f2b705"')
    logo: str | None = yaml_field(LOGO, "Logoen, en PNG-fil i samme mappe: på side 1 og på det første lysbildet, på hvitt.", "logo.png")
    # what stands in the file of the logo, when it can be used
    bilde: bytes = field(default=b"", repr=False, compare=False)
# fmt: on


def linear(colour: str) -> tuple[float, ...]:
    """Return how much light of red, green and blue there is in a colour (#rrggbb), 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / LINEAR if part <= BLACK_LIMIT else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour (#rrggbb), 0 (black) to 1 (white), as WCAG defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it; it is the same on grey paper."""
    dark, light = sorted(map(brightness, (colour, other)))
    return (light + 0.05) / (dark + 0.05)


def toned(colour: str, bright: float) -> str:
    """Return a colour mixed with white, or with black, until it is as bright as asked: on grey paper it is that grey.

    It is mixed as paint on a screen is, which keeps more of the colour than light does.
    """
    end = 255 if bright > brightness(colour) else 0
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    mixed = ("#" + "".join(f"{round(part + share / 255 * (end - part)):02x}" for part in parts) for share in range(256))
    return min(mixed, key=lambda one: abs(brightness(one) - bright))
