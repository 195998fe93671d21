"""The command line: what it prints, and that every wrong use ends in a status and one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from engine import __version__
from engine.optimizers import OPTIMIZERS, SGD
from engine.recipe import Recipe, default_recipe
from engine.registries import REGISTRIES
from engine.simulations import SIMULATIONS
from gui.export import FORMATS, Format
from tests.app.command import ROOT, Outcome, assert_refused, process

# -- help, version, list, recipe --------------------------------------------------------------------------------------


def test_help_tells_a_stranger_every_command(kobai: Callable[..., Outcome]) -> None:
    status, out, err = kobai("--help")
    assert (status, err) == (0, "")
    assert "open the window" in out
    for command in main.COMMANDS:
        assert f"kobai {command}" in out
        status, own, err = kobai(command, "--help")
        assert (status, err) == (0, "")
        assert own.startswith(f"usage: kobai {command}")


def test_the_examples_in_the_help_work(kobai: Callable[..., Outcome], race: Path) -> None:
    examples = [
        line.split() for line in kobai("render", "--help").out.splitlines() if line.startswith("  kobai render")
    ]
    assert len(examples) >= 3
    for words in examples:
        arguments = [str(race) if word == "race.json" else word for word in words[1:]]
        place = arguments.index("-o") + 1
        arguments[place] = str(race.with_name(arguments[place]))
        assert kobai(*arguments) == Outcome(0, "", "")
        assert Path(arguments[place]).stat().st_size > 1000


def test_version(kobai: Callable[..., Outcome]) -> None:
    assert kobai("--version") == Outcome(0, f"kobai {__version__}\n", "")


def test_list_shows_every_entry_of_every_registry(kobai: Callable[..., Outcome]) -> None:
    status, out, err = kobai("list")
    assert (status, err) == (0, "")
    rows = [line.split() for line in out.splitlines()]
    for registry in (SIMULATIONS, FORMATS, *REGISTRIES.values()):
        for key in registry:
            assert any(row[:1] == [key] for row in rows), key
    assert "paths," in next(row for row in rows if row[:1] == ["race"])


def test_list_finds_what_was_entered_a_moment_ago(
    kobai: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Toy(SGD):
        title = "Toy rule"

    monkeypatch.setitem(OPTIMIZERS, "toy", Toy)
    monkeypatch.setitem(SIMULATIONS, "toy_tab", SIMULATIONS["race"])
    monkeypatch.setitem(FORMATS, "toy_format", Format(".toy", "Toy picture", False, lambda widget, options: b""))
    out = kobai("list").out
    assert "Toy rule" in out
    assert "toy_tab" in out
    assert "Toy picture" in out


@pytest.mark.parametrize("name", list(SIMULATIONS))
def test_recipe_prints_what_can_be_read_back(kobai: Callable[..., Outcome], name: str) -> None:
    status, out, err = kobai("recipe", name)
    assert (status, err) == (0, "")
    assert out == default_recipe(name).to_json()
    assert Recipe.from_json(out) == default_recipe(name)


# -- wrong use --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--nonsense"], "--nonsense"),
        (["a.json", "b.json"], "b.json"),
        (["--theme", "pink"], "pink"),
        (["list", "all"], "all"),
        (["recipe"], "NAME"),
        (["recipe", "rac"], "'rac'"),
        (["render"], "FILE"),
        (["render", "FILE"], "-o"),
        (["render", "FILE", "-o", "a.png", "--size", "0x0"], "1280x800"),
        (["render", "FILE", "-o", "a.png", "--size", "99999x99999"], "10000"),
        (["render", "FILE", "-o", "a.png", "--size", "9000x9000", "--scale", "8"], "72000x72000"),
        (["render", "FILE", "-o", "a.png", "--scale", "nan"], "0.1 to 8"),
        (["render", "FILE", "-o", "a.png", "--scale", "-1"], "0.1 to 8"),
        (["render", "FILE", "-o", "a.png", "--step", "1.5"], "--step"),
        (["render", "FILE", "-o", "a.png", "--step", "-1"], "--step: -1"),
        (["render", "FILE", "-o", "a.png", "--step", "31"], "--step: 31 is outside the limits: 0 … 30"),
        (["render", "FILE", "-o", "a.png", "--step", "9" * 400], "--step"),
        (["render", "FILE", "-o", "a.png", "--language", "de"], "de"),
        (["render", "FILE", "-o", "a.xyz"], ".png"),
        (["render", "FILE", "-o", "png"], ".png"),
        (["render", "FILE", "-o", ""], ".png"),
        (["render", "FILE", "-o", "a.png", "--set", "steps"], "path=value"),
        (["render", "FILE", "-o", "a.png", "--set", "=3"], "path=value"),
        (["render", "FILE", "-o", "a.png", "--set", "stepps=3"], "--set stepps"),
        (["render", "FILE", "-o", "a.png", "--set", "racers.9.name=x"], "--set racers.9"),
        (["render", "FILE", "-o", "a.png", "--set", "racers.-1.name=x"], "--set racers.-1"),
        (["render", "FILE", "-o", "a.png", "--set", "racers.4.optimizer.learning_rate=1e9"], "1e-05 … 10"),
        (["render", "FILE", "-o", "a.png", "--set", "start=[1, NaN]"], "--set start.1: nan"),
        (["render", "FILE", "-o", "a.png", "--set", "noise=1e999"], "--set noise"),
        (["render", "FILE", "-o", "a.png", "--set", "noise=" + "9" * 5000], "--set noise"),
        (["render", "FILE", "-o", "a.png", "--set", "noise=" + "[" * 100_000], "--set noise"),
        (["render", "FILE", "-o", "a.png", "--set", "racers.0.optimizer.kind=adm"], "momentum"),
        (["render", "FILE", "-o", "a.png", "--set", "other.steps=3"], "other"),
        (["render", "FILE", "-o", "a.png", "--set", "seed=-1"], "--set seed"),
        (["render", "FILE", "-o", "a.png", "--set", "seed=x"], "--set seed: 'x'"),
        (["render", "FILE", "-o", "a.png", "--set", "..=1"], "--set"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
def test_wrong_use_is_told_in_one_sentence(
    kobai: Callable[..., Outcome], race: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(race.parent)
    assert_refused(kobai(*(str(race) if word == "FILE" else word for word in arguments)), 2, told)
    assert [path.name for path in race.parent.iterdir()] == ["race.json"]


# -- as a program -----------------------------------------------------------------------------------------------------


def loaded(*arguments: object) -> set[str]:
    """The top-level modules that a command loads."""
    code = "import sys, main; status = main.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr); sys.exit(status)"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["recipe", "race"], ["/no/such/file"]])
def test_what_shows_nothing_loads_no_qt(arguments: list[str]) -> None:
    assert not loaded(*arguments) & {"PySide6", "shiboken6", "pyqtgraph"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_and_a_missing_display_load_no_numpy(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert "numpy" not in loaded(*arguments)


@pytest.mark.parametrize("display", [None, "", ":77", "nonsense"])
def test_without_a_display_the_window_says_what_can_be_done(display: str | None) -> None:
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    }
    if display is not None:
        environment["DISPLAY"] = display
    assert_refused(process(env=environment), 2, "kobai render")


def test_a_pair_of_versions_that_crashes_is_refused(
    kobai: Callable[..., Outcome], race: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.commands.refusal", lambda: "PySide6 6.12.0 crashes on Python 3.11")
    for arguments in ([], [race], ["render", race, "-o", race.with_suffix(".png")]):
        assert_refused(kobai(*arguments), 1, "6.12.0")


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" "{ROOT / "main.py"}" list | head -c 1'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "t", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["recipe", "race"], ["list"], ["--help"], ["--version"]])
def test_output_that_cannot_be_written_is_told(arguments: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = process(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, "kobai: stdout: the disk is full\n")


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["recipe", "initialization"], ["no－such.json"]])
def test_a_terminal_without_these_characters_gets_others(arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"}
    done = process(*arguments, env=environment)
    assert done.returncode == (2 if "json" in arguments[0] else 0)
    assert "Traceback" not in done.stderr
    assert done.stdout or "no" in done.stderr


def test_a_fault_of_ours_is_one_sentence_unless_a_developer_asks(
    kobai: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("gui.commands.recipe.default_recipe", broken)
    assert_refused(kobai("recipe", "race"), 1, "fault in Kobai", "ZeroDivisionError: a b")
    monkeypatch.setenv("KOBAI_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        kobai("recipe", "race")


def test_a_system_library_that_is_missing_is_named(
    kobai: Callable[..., Outcome], race: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_look: object) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr("gui.render.render", broken)
    assert_refused(kobai("render", race, "-o", race.with_suffix(".png")), 1, "libEGL.so.1", "make run")


def test_a_recipe_called_like_a_command_is_opened_by_its_path(
    kobai: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list").write_text("no recipe", encoding="utf-8")
    assert kobai("list").status == 0
    assert_refused(kobai("./list"), 2, "./list: ")


def test_the_window_gets_the_recipe_and_what_was_chosen(
    kobai: Callable[..., Outcome], race: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, ...]] = []
    import gui.app

    def run(opened: tuple[Recipe, Path] | None, *, clean: bool, theme: str | None, language: str | None) -> int:
        calls.append((opened, clean, theme, language))
        return 0

    monkeypatch.setattr(gui.app, "run", run)
    assert kobai().status == 0
    assert kobai(race, "--clean", "--theme", "dark", "--language", "system").status == 0
    assert calls == [(None, False, None, None), ((default_recipe("race"), race), True, "dark", "system")]
