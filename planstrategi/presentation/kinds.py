"""The kinds of data that a table or figure rests on."""

FAKTA, VURDERINGER, KONTROLL = "fakta", "vurderinger", "kontroll"
LOVVURDERINGER, KATALOG, FRISTER = "lovvurderinger", "katalog", "frister"
ANTAKELSER, FORSLAG, SAMMENLIGNING = "antakelser", "forslag", "sammenligning"
