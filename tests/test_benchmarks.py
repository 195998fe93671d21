"""The rows of `make bench`: all that were asked for, with their goals; measuring itself is `make bench`'s own affair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.registry import ROWS, Measured, row
from benchmarks.timing import FRAME, compare

GOALS = {
    "race-frame": 0.8, "race-frame-5000": 1.2, "race-back": 1.5, "first-frame": 1.25, "memory": 1.3,
    "race-solved": 0.08, "drag": 1.0, "activations-frame": 0.4, "gradients-frame": 0.4, "initialization-frame": 0.4,
    "pass-frame": 0.5,
    "schedules-solved": 0.15, "swarm-step": 1.3, "basins": 0.5, "swarm-frame": 0.8,
    "solid-frame": 0.9,
    "training-step-4-2": 0.16, "training-step-8-8-8": 0.18, "training-step-64-64": 0.14, "layer-statistics": 1.4,
}  # fmt: skip


def test_every_row_has_its_goal_and_says_what_is_timed() -> None:
    assert {key: ROWS[key].goal for key in GOALS} == GOALS
    for entered in ROWS.values():
        assert len(entered.timed) > 40, entered.key
        assert entered.name
        assert entered.peer_name


def test_no_two_rows_have_one_key() -> None:
    with pytest.raises(ValueError, match="race-frame"):
        row("race-frame", "another", "nothing", 1.0)(lambda: Measured(1.0, 1.0))


def test_runs_are_taken_in_turn_and_medians_compared() -> None:
    order: list[str] = []
    values = {"ours": iter([[99.0], [1.0, 2.0], [3.0]]), "peer": iter([[99.0], [4.0], [5.0]])}

    def taken(which: str) -> list[float]:
        order.append(which)
        return next(values[which])

    measured = compare(lambda: taken("ours"), lambda: taken("peer"), rounds=2)
    assert order == ["ours", "peer"] * 3
    assert (measured.ours, measured.peer, measured.p99) == (2.0, 4.5, None)


def test_the_file_holds_what_was_agreed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "build" / "bench.json"
    monkeypatch.setattr(run, "OUT", out)
    monkeypatch.setattr(run, "measure_apart", lambda key: Measured(20.0 if key == "drag" else 1.0, FRAME, p99=21.0))
    assert run.main(["drag", "gradients-frame"]) == 0
    drag, gradients = json.loads(out.read_text("utf-8"))
    assert set(drag) == {"name", "ours", "peer", "peer_name", "ratio", "goal"}
    assert drag["ratio"] == pytest.approx(20 / FRAME)
    assert gradients["goal"] == 0.4
    table = capsys.readouterr().out
    assert "MISSED" in next(line for line in table.splitlines() if line.startswith("drag"))
    assert "met" in next(line for line in table.splitlines() if line.startswith("gradients-frame"))
    assert run.main(["--strict", "drag"]) == 1


def test_a_row_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["nonsense"])
    assert "nonsense" in capsys.readouterr().err
