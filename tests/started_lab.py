"""JupyterLab as `planstrategi lab` starts it, for the tests that meet it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def started_lab(folder: Path, **env: str) -> Iterator[tuple[subprocess.Popen, str, str]]:
    """Start it in a folder with settings of nobody; yield the process, what it has said so far, and the address in it."""
    with tempfile.TemporaryDirectory() as home:
        own = dict.fromkeys(("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"), home)
        # no browser but the test's own, or none at all, opens the address
        environment = {**os.environ, **own, "BROWSER": f"{sys.executable} -c pass", **env}
        command = [sys.executable, "-m", "planstrategi", "lab"]
        # a person's terminal, which a server may ask in
        terminal = os.openpty()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=terminal[1], stderr=subprocess.PIPE, encoding="utf-8"
        )
        try:
            said = ""
            while (line := process.stderr.readline()) and "http" not in line:
                said += line
            yield process, said + line, line.strip()
        finally:
            process.terminate()
            process.communicate(timeout=30)
            for end in terminal:
                os.close(end)
