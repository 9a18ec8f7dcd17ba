"""REG304 and REG305: the municipality's own colours can be read, by all and on grey paper."""

from planstrategi.checks.rules import Hit, Hits, profile_rule
from planstrategi.model.numbers import in_digits
from planstrategi.model.problem import FEIL, KEEPER
from planstrategi.model.profile import DEEP, FILL_CONTRAST, TEXT_CONTRAST, Profil, brightness, contrast, toned

# what contrast with white is asked of a colour, as a brightness; a little darker, for colours have whole numbers
_WHITE, _DARK_ENOUGH = "#ffffff", 1.05 / TEXT_CONTRAST - 0.05 - 0.003


@profile_rule("REG304", FEIL, "farge", KEEPER)
def colour_too_light(profile: Profil) -> Hits:
    """Text is written in the dark colour, and white text on it: WCAG 2 asks for a contrast of 4.5."""
    if profile.farge and (found := contrast(profile.farge, _WHITE)) < TEXT_CONTRAST:
        yield profile, Hit("farge", f"{profile.farge}, {in_digits(found)}", f'farge: "{toned(profile.farge, _DARK_ENOUGH)}"')


@profile_rule("REG305", FEIL, "farge_2 farge", KEEPER)
def colours_too_alike(profile: Profil) -> Hits:
    """The two colours lie beside each other: WCAG 2 asks for a contrast of 3, which grey paper keeps."""
    dark, light = profile.farge or DEEP, profile.farge_2
    if light and (found := contrast(dark, light)) < FILL_CONTRAST:
        lighter = toned(light, FILL_CONTRAST * (brightness(dark) + 0.05) - 0.05 + 0.005)
        yield profile, Hit("farge_2", f"{light}, {in_digits(found)}", f'farge_2: "{lighter}"')
