"""pyproject.toml, requirements.lock and environment.yml name the same packages and versions, and what is installed is whole."""

import tomllib

import yaml
from packaging.requirements import Requirement
from registers import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
CONDA_NAMES = {"matplotlib": "matplotlib-base", "ruamel-yaml": "ruamel.yaml"}


def locked() -> list[tuple[Requirement, list[str]]]:
    """Return each requirement in the lock with its hashes."""
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    entries = []
    for entry in "\n".join(lines).replace("\\\n", " ").splitlines():
        requirement, *hashes = entry.split(" --hash=")
        entries.append((Requirement(requirement), [digest.strip() for digest in hashes]))
    return entries


def conda_pins() -> dict[str, str]:
    """Return the packages in environment.yml with their versions, '' for any version, those that pip installs too."""
    lines = [line for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
    with_pip = [line.replace("==", "=") for line in ENVIRONMENT["dependencies"][-1]["pip"][:-1]]
    return {name: version for name, _, version in (line.partition("=") for line in lines + with_pip)}


def test_environment_yml_has_every_declared_package_at_its_locked_version_and_no_other():
    python = conda_pins()["python"]
    # conda takes the newest patch release, so a marker is judged as for a high one.
    markers = {"python_version": python, "python_full_version": f"{python}.99"}
    versions = {
        requirement.name: str(requirement.specifier).removeprefix("==")
        for requirement, _ in locked()
        if requirement.marker is None or requirement.marker.evaluate(markers)
    }
    expected = {CONDA_NAMES.get(want.name, want.name): versions.get(want.name) for want in DECLARED}
    assert conda_pins() == {"python": python, "pip": "", **expected}


def test_environment_yml_installs_this_package_with_pip_last():
    assert ENVIRONMENT["dependencies"][-1]["pip"][-1] == "-e ."


def test_environment_yml_has_a_python_the_package_supports():
    assert conda_pins()["python"] in Requirement("python" + PROJECT["project"]["requires-python"]).specifier


def test_the_lock_satisfies_pyproject_toml():
    build = [Requirement(line) for line in PROJECT["build-system"]["requires"]]
    for want in DECLARED + build:
        versions = [str(have.specifier).removeprefix("==") for have, _ in locked() if have.name == want.name]
        assert versions, f"{want.name} is not in requirements.lock: run make lock"
        assert all(version in want.specifier for version in versions), f"{want}: locked at {versions}"


def test_every_requirement_in_the_lock_is_one_version_with_a_hash():
    assert locked()
    for requirement, hashes in locked():
        assert [part.operator for part in requirement.specifier] == ["=="], requirement
        assert hashes, f"{requirement} has no hash"
        assert all(digest.startswith("sha256:") for digest in hashes), requirement


def test_the_lock_names_no_address_and_no_folder():
    assert "://" not in LOCK
    assert not [line for line in LOCK.splitlines() if line.startswith(("-", "/", "."))]


def test_every_file_that_the_package_reads_is_installed_with_it():
    package, patterns = ROOT / "planstrategi", PROJECT["tool"]["setuptools"]["package-data"]["planstrategi"]
    installed = {path for pattern in patterns for path in package.glob(pattern)}
    there = {path for path in package.rglob("*.*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert len(there) > 10 and there - installed == set()
