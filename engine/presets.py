"""Presets: experiments one click away, by tab and key. A preset changes the recipe that is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from engine.recipe import Recipe
from engine.simulations.pairing import Pairing

# The modules that hold the presets of a tab, as `PRESETS`.
SOURCES: dict[str, str] = {
    "gradients": "engine.simulations.gradients_presets",
    "race": "engine.simulations.race_presets",
    "schedules": "engine.simulations.schedules_presets",
}


@dataclass(frozen=True, slots=True)
class Preset:
    """`title` and `help` are marked for translation."""

    title: str
    help: str
    pairing: Pairing

    def apply(self, recipe: Recipe) -> Recipe:
        """The recipe with what the preset is about, on both sides; changes “from here on” are gone."""
        settings, other = self.pairing.pair(recipe.settings)
        changed = recipe.changed(settings=settings, other=other, events=())
        return changed.changed(step=min(recipe.step, changed.length()))


class PresetsByTab(Mapping[str, Mapping[str, Preset]]):
    """The presets of each tab that has some; a tab's are loaded when they are first looked at."""

    def __getitem__(self, tab: str) -> Mapping[str, Preset]:
        pairings: dict[str, Pairing] = import_module(SOURCES[tab]).PRESETS
        return {key: Preset(each.title, each.help, each) for key, each in pairings.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(SOURCES)

    def __len__(self) -> int:
        return len(SOURCES)


PRESETS: Mapping[str, Mapping[str, Preset]] = PresetsByTab()
