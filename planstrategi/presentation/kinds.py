"""The kinds of data that a table or figure rests on."""

FAKTA, VURDERINGER, KONTROLL = "fakta", "vurderinger", "kontroll"
LOVVURDERINGER, KATALOG, FRISTER = "lovvurderinger", "katalog", "frister"
ANTAKELSER, FORSLAG, SAMMENLIGNING = "antakelser", "forslag", "sammenligning"
# what people call them
KIND_LABELS = {
    FAKTA: "fakta", VURDERINGER: "vurderinger", KONTROLL: "kontroll av registeret", LOVVURDERINGER: "vurderinger",
    KATALOG: "fakta om lovene", FRISTER: "frister regnet ut av lover og register", ANTAKELSER: "antakelser",
    FORSLAG: "forslag, regnet ut", SAMMENLIGNING: "fakta fra to perioder",
}  # fmt: skip
