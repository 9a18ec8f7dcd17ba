"""Why the system would not read or write a file, in bokmål."""

import errno

FULL = "Disken er full. Frigjør plass, eller velg en annen mappe."
NO_ACCESS = "Du mangler tilgang. Har et annet program filen åpen, så lukk den; ellers velg en annen mappe, eller gi deg tilgang."
NOT_UTF8 = "Et navn har tegn som ikke er UTF-8. Gi filen eller mappen et nytt navn, eller skriv argumentet på nytt."
REASONS = dict.fromkeys((errno.ENOSPC, errno.EDQUOT), FULL) | dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), NO_ACCESS)
REASONS |= dict.fromkeys((errno.EEXIST, errno.ENOTEMPTY), "Den finnes fra før. Velg et annet navn.")
REASONS |= {
    errno.ENAMETOOLONG: "Navnet er for langt. Velg et kortere.",
    errno.ENOENT: "Filen eller mappen finnes ikke. Kontroller navnet.",
    errno.ENOTDIR: "En del av navnet er en fil, ikke en mappe. Kontroller navnet.",
    errno.EISDIR: "Det er en mappe, ikke en fil. Velg et annet navn.",
    errno.ESTALE: "Filen er endret mens kommandoen arbeidet. Kjør kommandoen på nytt.",
}


def reason(error: OSError | UnicodeEncodeError) -> str:
    """Return why, and what to do about it."""
    if isinstance(error, UnicodeEncodeError):
        return f"{NOT_UTF8} Fant: «{error.object[: error.start].rpartition('>')[2][-40:]}…»."
    return REASONS.get(error.errno or 0, f"Systemet sier feil nummer {error.errno}. Prøv en annen mappe.")
