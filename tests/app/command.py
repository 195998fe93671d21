"""Running Kobai's commands in tests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import main
from engine.recipe import default_recipe

ROOT = Path(main.__file__).parent
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


def process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
    """Run a command as a program of its own."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    options = {"capture_output": True, "text": True, "timeout": 60} | options
    return subprocess.run(command, check=False, **options)


def assert_refused(outcome: Outcome | subprocess.CompletedProcess[str], status: int, *told: str) -> None:
    """The status, nothing on stdout, and on stderr one line that holds all of `told`."""
    if isinstance(outcome, subprocess.CompletedProcess):
        outcome = Outcome(outcome.returncode, outcome.stdout, outcome.stderr)
    assert outcome.status == status, outcome
    assert outcome.out == ""
    assert outcome.err.startswith("kobai: ")
    assert outcome.err.count("\n") == 1, outcome.err
    assert outcome.err.endswith("\n")
    for text in told:
        assert text in outcome.err


def recipe_data() -> dict[str, Any]:
    """The race's default recipe as JSON data."""
    data: dict[str, Any] = json.loads(default_recipe("race").to_json())
    return data
