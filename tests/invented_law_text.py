"""An invented law and invented guidelines, as they are stored, and typeset as Lovdata does."""

from html import escape

from planstrategi.lawtexts.law import HEADING, ITEM, NOTE, NUMBER_LEVEL, Law

MARKDOWN = """\
---
tittel: "Lov om prøving (prøveloven)"
refid: "lov/2001-02-03-4"
---

# Lov om prøving (prøveloven)

## Kapittel 1. Innledning

#### § 1-1. Formål

Loven gjelder for alle, jf. [kapittel 2](lov/2001-02-03-4/kap2) .

Kommunen skal etter§ 1-2første ledd ha:

- en plan
- en oversikt, jf. §§ 3 -5

*Endret ved lov 1 juni 2020 nr. 5 (i kraft 1 juli 2020).*

#### § 1-2. (Opphevet)

*Opphevet ved lov 1 juni 2020 nr. 5 .*

#### § 1-2 a. Planen

Planen gjelder i 4 år.

## Kapittel 2. Slutt

#### § 2-1. Ikrafttredelse

Loven gjelder fra den tid Kongen bestemmer. 1

*1 Fra 1 jan 2002 iflg. res. 3 feb 2001 nr. 6 .*
"""

GUIDELINES = """\
---
refid: "forskrift/1995-09-20-4146"
---

## 1. (Opphevet)

## 2. Retningslinjene

### 4.Krav til prosessen

Kommunen skal vurdere.

### 5. Utforming

5.1 Arealene skal være trygge.

5.2 De skal være store.

1 Punkt 5.2 gjelder byer.

## 4. Kommentarer til retningslinjene

Kommentaren til 2.

### Punkt 4. Krav til prosessen

En kommentar.

## Vedlegg til retningslinjene

### 7. Lister

En liste.

### § 1. Bestemmelsen

Innhold.
"""


def as_html(law: Law) -> str:
    """Typeset a law as Lovdata does: what stands in it is the same, and nothing of how it is written."""
    kind, date = law.code.split("-", 1)
    refid = f"{'lov' if kind == 'LOV' else 'forskrift'}/{date}"
    parts = [f'<header><dd class="refid">{refid}</dd></header><main>']
    number = ""
    for block in law.blocks:
        text = escape(number + block.text)
        number = ""
        if block.kind == HEADING and block.level == NUMBER_LEVEL:
            number = f"{block.text} "
        elif block.kind == HEADING:
            parts.append(f"<h{block.level}>{text}</h{block.level}>")
        elif block.kind == ITEM:
            parts.append(f'<ol><li data-name="a."><article class="listArticle">{text}</article></li></ol>')
        else:
            parts.append(f'<article class="{"changesToParent" if block.kind == NOTE else "legalP"}">{text}</article>')
    return "".join(parts)
