"""How the schedules of a run are to be seen: the same in every part of the tab."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from gui.i18n import words

MOST_SCHEDULES = 8


@dataclass(frozen=True, slots=True)
class Look:
    """How a schedule is to be seen: its name, its colour, whether it is selected and shown."""

    name: str
    colour: int
    selected: bool
    shown: bool


Looks = tuple[Look, ...]


def looks_of(settings: Any, selected: int, hidden: Collection[int]) -> Looks:  # noqa: ANN401 - the tab's settings
    """The looks of a run's schedules. Where there are fewer than the hand once selected, the last is.

    The second of two schedules of one kind is told from the first by a number.
    """
    titles = [words(entry.schedule.title) for entry in settings.schedules]
    at = min(selected, len(titles) - 1)
    looks = []
    for i, (title, entry) in enumerate(zip(titles, settings.schedules, strict=True)):
        before = titles[:i].count(title)
        name = f"{title} {before + 1}" if before else title
        looks.append(Look(name, entry.colour, i == at, i not in hidden))
    return tuple(looks)
