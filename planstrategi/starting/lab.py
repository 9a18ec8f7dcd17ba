"""JupyterLab as it is started here: on the whole project, in the folder of notebooks, without news in English."""

import os
import sys
from importlib.resources import files

NOTEBOOK_FOLDER = "notebooks"
ROOT_USER = "Du kjører som root. JupyterLab startes likevel: den som har adressen, kan gjøre alt på denne maskinen."


def is_root() -> bool:
    """Return whether this is the user whom JupyterLab refuses unless told otherwise; Windows has none."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def jupyterlab() -> list[str]:
    """Return the command that starts JupyterLab from the project's folder: registers lie beside the notebooks."""
    where = ["--ServerApp.root_dir=.", f"--LabApp.default_url=/lab/tree/{NOTEBOOK_FOLDER}"]
    settings = f"--LabApp.app_settings_dir={files(__package__) / 'jupyterlab'}"
    return [sys.executable, "-m", "jupyterlab", *where, settings, *(["--allow-root"] if is_root() else [])]
