"""What the tests of the whole program share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import main
from engine.recipe import Recipe, default_recipe
from tests.app.command import Outcome


@pytest.fixture
def kobai(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run a command in this process."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def run(*arguments: object) -> Outcome:
        status = main.main([str(argument) for argument in arguments])
        return Outcome(status, *capsys.readouterr())

    return run


@pytest.fixture
def race(tmp_path: Path) -> Path:
    """The race's default recipe in a file."""
    path = tmp_path / "race.json"
    path.write_text(default_recipe("race").to_json(), encoding="utf-8")
    return path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Recipe, Path, dict[str, object]]]:
    """What `render` was asked to draw; nothing is drawn."""
    import gui.render

    calls: list[tuple[Recipe, Path, dict[str, object]]] = []
    monkeypatch.setattr(gui.render, "render", lambda recipe, out, **look: calls.append((recipe, out, look)))
    return calls
