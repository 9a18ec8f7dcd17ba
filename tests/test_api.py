"""What `import planstrategi as ps` offers: each name is what it says, however often and after whatever else."""

import subprocess
import sys

import planstrategi as ps

ALL_IMPORTED_THEN_TWICE = """
import pkgutil
from importlib import import_module
import planstrategi as ps
for module in pkgutil.walk_packages(ps.__path__, "planstrategi."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
for name in ps.__all__:
    first, second = getattr(ps, name), getattr(ps, name)
    print(name, first is second and callable(first))
"""


def test_a_public_name_is_the_same_each_time_and_never_a_module_of_the_package():
    out = subprocess.run([sys.executable, "-c", ALL_IMPORTED_THEN_TWICE], capture_output=True, text=True, check=True)
    assert [line.split() for line in out.stdout.splitlines()] == [[name, "True"] for name in ps.__all__]
