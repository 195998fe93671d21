"""Small experiments with schedules, and what their tests share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from engine.optimizers import SGD, Adam
from engine.schedules import Constant, Cosine, ReduceOnPlateau, WarmupCosine
from engine.simulations.schedules import RangeTest, ScheduleEntry, SchedulesSettings
from engine.simulations.schedules_problems import SmallNetwork
from engine.timeline import Timeline
from gui.panels.schedules import SchedulesPanel
from gui.theme import load_theme
from tests.gui.painted_texts import texts_of

LIGHT, DARK = load_theme("light"), load_theme("dark")
Show = Callable[..., Timeline]
SCHEDULES = (
    ScheduleEntry(schedule=Constant(), colour=0),
    ScheduleEntry(schedule=Cosine(total_steps=40), colour=3),
    ScheduleEntry(schedule=WarmupCosine(warmup_steps=10, total_steps=40), colour=4),
    ScheduleEntry(schedule=ReduceOnPlateau(), colour=2),
)
SMALL = SchedulesSettings(steps=40, runs=8, schedules=SCHEDULES)
HOT = replace(SMALL, optimizer=SGD(learning_rate=0.3))
ADAM = replace(SMALL, optimizer=Adam(learning_rate=0.2))
NETWORK = replace(SMALL, problem=SmallNetwork(width=4, batch=8), steps=20, runs=2)
RANGE = replace(SMALL, mode=RangeTest(), steps=120)


def area_of(widget: QWidget, name: str) -> QRectF:
    """Where a name stands, whose runs of text in other faces are painted one after the other."""
    texts = texts_of(widget)
    first = next(text for text in texts if text.text and name.startswith(text.text))
    middle, area = first.area.center().y(), first.area
    for text in texts:
        if text.text in name and abs(text.area.center().y() - middle) < 6:
            area = area.united(text.area)
    return area


def move(panel: SchedulesPanel, timeline: Timeline, step: int, fresh: bool = True) -> None:
    """Show the experiment at a step."""
    timeline.seek(step)
    panel.show_frames((timeline.frame(),), fresh)
