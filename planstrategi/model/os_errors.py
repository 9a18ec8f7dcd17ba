"""Why the system would not read or write a file, in bokmål."""

import errno

REASONS = {
    errno.ENOSPC: "Disken er full. Frigjør plass, eller velg en annen mappe.",
    errno.EDQUOT: "Disken er full. Frigjør plass, eller velg en annen mappe.",
    errno.EACCES: "Du mangler tilgang. Velg en annen mappe, eller gi deg selv tilgang.",
    errno.EPERM: "Du mangler tilgang. Velg en annen mappe, eller gi deg selv tilgang.",
    errno.EROFS: "Du mangler tilgang. Velg en annen mappe, eller gi deg selv tilgang.",
    errno.ENAMETOOLONG: "Navnet er for langt. Velg et kortere.",
    errno.ENOENT: "Filen eller mappen finnes ikke. Kontroller navnet.",
    errno.ENOTDIR: "En del av navnet er en fil, ikke en mappe. Kontroller navnet.",
    errno.EISDIR: "Det er en mappe, ikke en fil. Velg et annet navn.",
}


def reason(error: OSError) -> str:
    """Return why, and what to do about it."""
    return REASONS.get(error.errno or 0, f"Systemet sier feil nummer {error.errno}. Prøv en annen mappe.")
