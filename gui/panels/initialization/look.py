"""How the schemes are to be seen: the same in every mode of the tab."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engine.simulations.initialization import InitializationSettings
from gui.i18n import words

MOST_SCHEMES = 4
SIDES = "AB"  # names of the runs of a comparison


@dataclass(frozen=True, slots=True)
class Look:
    """How a scheme is to be seen: its short name, its colour, whether it is selected and shown."""

    name: str
    colour: int
    selected: bool
    shown: bool


Looks = tuple[Look, ...]


def looks_of(settings: InitializationSettings, selected: int, hidden: Collection[int]) -> Looks:
    """The looks of a run's schemes. Where there are fewer than the hand once selected, the last is."""
    names = short_names([words(initializer.title) for initializer in settings.initializers])
    at = min(selected, len(names) - 1)
    return tuple(
        Look(name, scheme.colour, i == at, i not in hidden)
        for i, (name, scheme) in enumerate(zip(names, settings.schemes, strict=True))
    )


def short_names(titles: Sequence[str]) -> list[str]:
    """Each title's first word where no other begins so: `Xavier`; `Xavier U` where its normal sister stands beside it."""
    parts = [title.partition(" ") for title in titles]
    firsts = [first for first, _, _ in parts]
    return [
        first if firsts.count(first) == 1 or not rest else f"{first} {rest[0].upper() if len(rest) > 4 else rest}"
        for first, _, rest in parts
    ]
