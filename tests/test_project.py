"""The project's own files agree with one another and with what is promised of them."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from engine import __version__
from engine.parameter import Parameter, Settings, parameters
from engine.registries import REGISTRIES
from engine.simulations import SIMULATIONS
from gui.commands import LANGUAGES, THEMES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROGRAM = sorted(path for room in ("engine", "gui") for path in (ROOT / room).rglob("*.py"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins() -> dict[str, str]:
    lines = [line for line in read("constraints.txt").splitlines() if line and not line.startswith("#")]
    return {name.lower().replace("_", "-"): version for name, version in (line.split("==") for line in lines)}


def requirements() -> list[Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    return [
        Requirement(text) for text in [*PROJECT["project"]["dependencies"], *(t for extra in extras for t in extra)]
    ]


# -- what is installed ------------------------------------------------------------------------------------------------


def test_the_constraints_hold_names_and_versions_and_nothing_else() -> None:
    for line in read("constraints.txt").splitlines():
        assert not line or line.startswith("# ") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9.]+", line), line
    assert "://" not in read("pyproject.toml")


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_every_dependency_is_pinned_inside_its_bounds(requirement: Requirement) -> None:
    if requirement.marker is None or requirement.marker.evaluate():
        assert requirement.specifier.contains(pins()[requirement.name.lower()])


def test_every_bound_of_a_dependency_has_its_reason_beside_it() -> None:
    text = read("pyproject.toml")
    inside = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")]
    for paragraph in re.findall(r'((?:    #.*\n)*)((?:    ".*\n)+)', inside):
        assert "#" in paragraph[0], paragraph[1]


def test_the_bench_needs_what_the_program_does_not() -> None:
    bench = {Requirement(text).name for text in PROJECT["project"]["optional-dependencies"]["bench"]}
    imported = {name for path in PROGRAM for name in imports(ast.parse(path.read_text(encoding="utf-8")))}
    assert bench == {"matplotlib", "torch"}
    assert not bench & imported


def imports(tree: ast.Module) -> set[str]:
    """The top-level packages that a module imports."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def test_what_is_installed_has_this_version() -> None:
    assert metadata.version("kobai") == __version__


# -- what is written --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_on_a_page_exists(page: str) -> None:
    targets = re.search(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert targets is not None
    told = set(re.findall(r"(?:`|^)make ([a-z]+)", read(page), re.MULTILINE))
    assert told <= set(targets[1].split())
    assert told or page == "CHANGELOG.md"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_links_to_exists(page: str) -> None:
    for link in re.findall(r"\]\((?!http)([^)]+)\)", read(page)):
        assert (ROOT / link).exists(), link


def test_both_readmes_show_the_same_commands() -> None:
    commands = [re.findall(r"^(?:make|pipx|kobai) *[^#\n]*", read(page), re.MULTILINE) for page in PAGES[:2]]
    english, japanese = ([line.replace("--language ja", "").strip() for line in lines] for lines in commands)
    assert english == japanese
    assert len(english) >= 8


def test_ci_runs_make_test_and_nothing_else() -> None:
    lines = [line for line in read(".ci/run").splitlines() if not line.startswith("#")]
    assert lines == ['cd "$(dirname "$0")/.." && exec make test']


# -- what is declared -------------------------------------------------------------------------------------------------


def test_the_command_line_offers_the_languages_and_themes_that_exist() -> None:
    from gui import i18n, preferences

    assert tuple(i18n.LANGUAGES) == LANGUAGES
    assert set(preferences.THEMES) == {*THEMES, "system"}
    assert {path.stem for path in (ROOT / "resources" / "themes").glob("*.toml")} == set(THEMES)


def fields_below(settings: type[Settings], seen: set[type[Settings]]) -> list[Parameter]:
    """Every field that can be reached from a settings class."""
    if settings in seen:
        return []
    seen.add(settings)
    own = list(parameters(settings).values())
    classes = [cls for field in own for cls in ([field.item] if field.item else (field.registry or {}).values())]
    return own + [field for cls in classes for field in fields_below(cls, seen)]


@pytest.mark.parametrize("tab", list(SIMULATIONS))
def test_every_registry_that_settings_choose_from_is_listed(tab: str) -> None:
    settings = SIMULATIONS[tab].settings
    known = [*REGISTRIES.values(), parameters(settings)["mode"].registry]
    for field in fields_below(settings, set()):
        assert field.registry is None or any(field.registry is registry for registry in known), field.label
