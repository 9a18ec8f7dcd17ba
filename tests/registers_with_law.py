"""One legal requirement, how often it comes back, and what is judged of it."""

CATALOGUE = """\
per_dato: 2026-07-02
kilde: Oppdiktet.
valg: [{aar: 2019}, {aar: 2023}]
krav:
  - id: k
    navn: Krav
    innhold: Noe skal finnes.
    slag: lovpaalagt_plan
    styrke: skal
    relevans: kjerne
    vedtas_av: kommunen
    eget_dokument: ja
    versjoner: [{fra: 2012-01-01, sikkerhet: bekreftet}]
    kilde: {sikkerhet: bekreftet}
"""

PLAN = "  - {id: p, navn: P, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord, %s}\n"
HEAD = """\
per_dato: 2026-11-25
sett:
  - id: s
    hvem: juristen
    naar: 2026-11-25
    grunnlag: prøve
    forelopig: nei
    vurderinger:
"""

YEARLY = "    gjentakelse: [{regel: hvert_aar, dag: 12-31, etter: prøveloven § 1}]\n"
