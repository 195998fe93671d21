"""Runs the lines of PyTorch that the program shows beside a schedule; a part of `make_reference.py`."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.optim import lr_scheduler

Settings = dict[str, Any]
STEPS = 90
BASE = 0.08
COSINE: Settings = {"kind": "cosine", "total_steps": 40, "final": 0.1}
ONE_CYCLE: Settings = {"kind": "one_cycle", "total_steps": 90, "warmup_share": 0.3}
PLATEAU: Settings = {"kind": "reduce_on_plateau", "factor": 0.3, "patience": 3, "cooldown": 2, "minimum": 0.01}
RESTARTS: Settings = {"kind": "cosine_restarts", "period": 9, "multiplier": 2, "final": 0.05}
LINES: list[Settings] = [
    {"kind": "constant"},
    {"kind": "step", "step_size": 17, "gamma": 0.3},
    {"kind": "exponential", "gamma": 0.96},
    {"kind": "linear", "total_steps": 60, "final": 0.1},
    {"kind": "polynomial", "total_steps": 60, "power": 2.5},
    COSINE,
    {"kind": "cosine", "total_steps": 90, "final": 0.0},
    RESTARTS,
    {"kind": "cosine_restarts", "period": 20, "multiplier": 1, "final": 0.0},
    *({"kind": "warmup_cosine", "warmup_steps": w, "total_steps": 90, "final": 0.05} for w in (0, 1, 2, 12)),
    ONE_CYCLE,
    {"kind": "one_cycle", "total_steps": 90, "warmup_share": 0.0, "div_factor": 4.0, "final_div_factor": 10.0},
    {"kind": "inverse_sqrt", "warmup_steps": 12},
    PLATEAU,
    *({"kind": "warmup", "warmup_steps": w, "then": COSINE} for w in (0, 1, 2, 12)),
    *(
        {"kind": "warmup", "warmup_steps": 12, "then": then}
        for then in (
            {"kind": "constant"},
            {"kind": "step", "step_size": 17, "gamma": 0.3},
            {"kind": "exponential", "gamma": 0.96},
            {"kind": "linear", "total_steps": 60, "final": 0.1},
            {"kind": "polynomial", "total_steps": 60, "power": 2.5},
            RESTARTS,
            {"kind": "warmup_cosine", "warmup_steps": 5, "total_steps": 60, "final": 0.0},
            ONE_CYCLE,
            {"kind": "one_cycle", "total_steps": 60, "warmup_share": 0.0},
            {"kind": "one_cycle", "total_steps": 80, "warmup_share": 0.0125},
            {"kind": "inverse_sqrt", "warmup_steps": 12},
            {"kind": "warmup", "warmup_steps": 6, "then": COSINE},
            PLATEAU,
            {"kind": "warmup", "warmup_steps": 6, "then": PLATEAU},
        )
    ),
]


def program() -> Callable[[Settings], Any]:
    """The program's schedules, which this script else knows nothing of: only they can say what line is shown."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from engine.parameter import read
    from engine.schedules import SCHEDULES

    return lambda settings: read(SCHEDULES[settings["kind"]], {k: v for k, v in settings.items() if k != "kind"})


def line_rates(text: str, losses: list[float], ramp: int) -> list[float]:
    """The learning rates of steps 0 … STEPS - 1 when the line is used as its notes say.

    `ramp` is the number of warm-up steps before a schedule that follows the loss.
    """
    optimizer = torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=BASE)
    names: Settings = {"torch": torch, "math": math, "opt": optimizer}
    if text.startswith("warmup = "):
        exec(text, names)
        scheduler, warmup = names["plateau"], names["warmup"]
    else:
        scheduler, warmup = eval(text, names), None
    rates = []
    for step in range(STEPS):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        if warmup is not None and step < ramp:
            if step < ramp - 1:
                warmup.step()
        elif isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
            scheduler.step(losses[step])
        else:
            scheduler.step()
    return rates


def warm_up_steps(settings: Settings) -> int:
    """All warm-up steps before the schedule that follows."""
    return settings["warmup_steps"] + warm_up_steps(settings["then"]) if settings["kind"] == "warmup" else 0


def schedule_lines(losses: list[float]) -> dict[str, Any]:
    """Runs each line that the program shows for a schedule; a test asks the program for the same line and factors."""
    made, losses = program(), losses[:STEPS]
    cases = []
    for settings in LINES:
        text = made(settings).torch_line(BASE)
        rates = line_rates(text, losses, warm_up_steps(settings))
        cases.append({"schedule": settings, "line": text, "rates": rates})
    return {"rate": BASE, "losses": losses, "cases": cases}
