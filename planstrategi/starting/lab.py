"""JupyterLab as it is started here: on the whole project, at the page to start from, without news or a log in English."""

import os
import signal
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

NOTEBOOK_FOLDER = "notebooks"
START_PAGE = "Start her.md"
ROOT_USER = "Du kjører som root. JupyterLab startes likevel: den som har adressen, kan gjøre alt på denne maskinen."
STARTED = "JupyterLab er startet og åpnes i nettleseren. Skjer det ikke, kopier denne adressen til en nettleser på maskinen:"
HOW_TO_STOP = "Avslutt med Ctrl+C her når du er ferdig. Del ikke adressen: den gir tilgang til filene dine."


def is_root() -> bool:
    """Return whether this is the user whom JupyterLab refuses unless told otherwise; Windows has none."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def arguments() -> list[str]:
    """Return what JupyterLab is told when it is started in the project's folder: registers lie beside the notebooks."""
    page = Path(NOTEBOOK_FOLDER, START_PAGE)
    opened = quote((page if page.is_file() else page.parent).as_posix())
    where = ["--ServerApp.root_dir=.", f"--LabApp.default_url=/lab/tree/{opened}"]
    settings = f"--LabApp.app_settings_dir={Path(__file__).with_name('jupyterlab')}"
    # each keeps English away: what is less than an error, that kernels are in the open, and with a token of ours, the address
    silent = ["--Application.log_level=ERROR", "--KernelManager.transport_encryption=auto"]
    root = ["--allow-root"] if is_root() else []
    return [*where, settings, f"--IdentityProvider.token={token_urlsafe()}", *silent, *root]


def lab_server() -> Any:
    """Return a JupyterLab server that has its port and waits to be started; it stops without asking."""
    from jupyterlab.labapp import LabApp

    server = LabApp.initialize_server(argv=arguments())
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: server.stop(from_signal=True))
    return server


def address(server: Any) -> str:
    """Return the address that opens the page to start from, with the key to it."""
    return f"{server.connection_url.rstrip('/')}{server.default_url}?token={server.identity_provider.token}"
