"""No value that a control allows may raise, warn or freeze: each is swept to both ends, in the window, and drawn."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.optimizers import OPTIMIZERS
from engine.parameter import Parameter, Settings, get_at, join, parameter_at, parameters, replace_at
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.race import Racer, RaceSettings
from engine.surfaces import SURFACES
from gui.main_window import MainWindow
from tests.engine.samples import FORMULAS
from tests.gui.waiting import settle

Edits = tuple[tuple[str, object], ...]
# A schedule may hold a schedule, which may hold a schedule …
DEEPEST = 2
# What a person still takes for an answer. On a slow machine, three times what was measured on the slowest.
PATIENCE = 3.0


def sweeps(cls: type[Settings], default: Settings, path: str = "", depth: int = 0) -> Iterator[Edits]:
    """For each control its ends, each as the edits that lead there from the default settings."""
    for name, field in parameters(cls).items():
        yield from ends(field, getattr(default, name), join(path, name), depth)


def ends(field: Parameter, value: object, path: str, depth: int) -> Iterator[Edits]:
    """The edits that bring one field to its ends, or to each of its choices and their fields to theirs."""
    if field.kind in ("float", "int"):
        yield from (((path, end),) for end in (field.low, field.high) if math.isfinite(end))
    elif field.kind == "bool":
        yield from (((path, end),) for end in (False, True))
    elif field.style == "formula":
        yield from (((path, text),) for text in FORMULAS)
    elif field.kind == "text":
        yield from (((path, "M" * int(end)),) for end in (field.low, field.high))
    elif field.kind == "vector":
        yield from (((path, (end,) * len(field.parts)),) for end in (field.low, field.high))
        yield ((f"{path}.0", field.high),)
    elif field.kind == "rule" and depth < DEEPEST:
        for kind, rule in (field.registry or {}).items():
            chosen: Edits = () if type(value) is rule else ((f"{path}.kind", kind),)
            yield chosen
            yield from ((*chosen, *edits) for edits in sweeps(rule, rule(), path, depth + 1))
    elif field.kind == "items":
        yield from list_ends(field, tuple(value), path, depth)  # type: ignore[arg-type]
    elif field.kind == "group":
        assert isinstance(value, Settings)
        yield from sweeps(type(value), value, path, depth)


def list_ends(field: Parameter, entries: tuple[Settings, ...], path: str, depth: int) -> Iterator[Edits]:
    """The shortest list, the longest, and every field of the last entry."""
    assert field.item is not None
    low, high = int(field.low), int(field.high)
    yield ((path, entries[:low]),)
    yield ((path, (entries * high)[:high]),)
    last = len(entries) - 1
    yield from sweeps(field.item, entries[last], f"{path}.{last}", depth)


def in_mode(simulation: str, kind: str) -> list[Edits]:
    """All sweeps of a tab in one of its modes, of the settings that are of use there."""
    default = SIMULATIONS[simulation].settings()
    there = replace_at(default, "mode.kind", kind)
    first: Edits = () if there == default else (("mode.kind", kind), *small(there))
    fit = [edits for edits in sweeps(type(there), there) if is_used(there, edits)]
    if SIMULATIONS[simulation].slow(there):
        fit = [edits for edits in fit if is_of_the_tab(edits)]
    return [(*first, *edits) for edits in fit if not first or not is_of_mode(edits)]


def is_hidden(settings: Settings | None, path: str) -> bool:
    """Whether a field is chosen in the picture, and not in the form."""
    return parameter_at(settings, path).style == "hidden"


def is_of_the_tab(edits: Edits) -> bool:
    """Whether a sweep changes a setting of the tab itself: the fields of its rules have been swept where it is quick."""
    last = edits[-1][0] if edits else ""
    return "." not in last or last.endswith(".kind") or last.startswith(("mode.", "network."))


MODES = [(key, kind) for key, tab in SIMULATIONS.items() for kind in parameters(tab.settings)["mode"].registry or ()]


def small(settings: Settings) -> Edits:
    """What keeps a run short where a step may take long: one end of every control at a time is slow enough."""
    if not settings.mode.slow:  # type: ignore[attr-defined]
        return ()
    fields = parameters(type(settings))
    sizes = (("depth", 4), ("width", 8), ("batch", 16), ("layers", 3), ("n_out", 8), ("repeats", 1), ("runs", 4))
    return tuple(edit for edit in sizes if edit[0] in fields and edit[0] not in settings.unused())


def is_used(settings: Settings, edits: Edits) -> bool:
    """Whether a sweep is one of a setting that the form shows in this mode."""
    return not edits or edits[0][0].partition(".")[0] not in settings.unused()


def is_of_mode(edits: Edits) -> bool:
    """Whether a sweep is one of the mode itself."""
    return not edits or edits[0][0] == "mode.kind"


def everything_at_an_end(settings: Settings, high: bool) -> Settings:
    """All numbers at once at their lowest or highest."""
    for name, field in parameters(type(settings)).items():
        value, end = getattr(settings, name), field.high if high else field.low
        if field.kind in ("float", "int") and math.isfinite(end):
            settings = replace(settings, **{name: end})
        elif field.kind in ("rule", "group"):
            settings = replace(settings, **{name: everything_at_an_end(value, high)})
        elif field.kind == "items":
            settings = replace(settings, **{name: tuple(everything_at_an_end(each, high) for each in value)})
    return settings


def show(window: MainWindow, qtbot: QtBot, step: int) -> None:
    """Go to a step and paint it, picture and right column."""
    page, began = window.page, time.perf_counter()
    settle(qtbot, window, step)
    page.panel.grab()
    page.panel.right.grab()
    assert (page.session.step, page.session.waiting) == (step, False)
    assert page.session.slow or time.perf_counter() - began < PATIENCE


@pytest.mark.parametrize(("simulation", "mode"), MODES)
def test_every_control_can_go_to_both_ends(
    make_window: Callable[[], MainWindow], qtbot: QtBot, simulation: str, mode: str
) -> None:
    window = make_window()
    window.show_tab(simulation)
    page, stack = window.page, window.page.session.undo_stack
    base = page.session.recipe.settings
    swept = in_mode(simulation, mode)
    assert len(swept) > 5
    for edits in swept:
        for path, value in edits:
            assert page.form.edit(path, value, done=True) is None, edits
        show(window, qtbot, min(page.session.recipe.length(), 3 if page.session.slow else 30))
        Recipe.from_json(page.recipe().to_json())
        stack.setIndex(0)
        assert page.session.recipe.settings == base, edits


@pytest.mark.parametrize("simulation", list(SIMULATIONS))
@pytest.mark.parametrize("high", [False, True], ids=["lowest", "highest"])
def test_all_controls_can_stand_at_their_ends_at_once(
    make_window: Callable[[], MainWindow], qtbot: QtBot, simulation: str, high: bool
) -> None:
    window = make_window()
    settings = everything_at_an_end(SIMULATIONS[simulation].settings(), high)
    window.show_tab(simulation, default_recipe(simulation).changed(settings=settings))
    length = window.page.session.recipe.length()
    for step in {0, 1, min(length, 5), min(length, 200)}:
        show(window, qtbot, step)


@pytest.mark.parametrize("high", [False, True], ids=["lowest", "highest"])
@pytest.mark.parametrize("half", [0, 1])  # all rules are more than may race at once
def test_every_rule_at_its_ends_on_every_surface(window: MainWindow, qtbot: QtBot, high: bool, half: int) -> None:
    default = RaceSettings()
    racers = tuple(Racer(kind, i, rule()) for i, (kind, rule) in enumerate([*OPTIMIZERS.items()][half::2]))
    for kind in SURFACES:
        settings = replace_at(default, "surface.kind", kind).following("surface.kind")
        settings = everything_at_an_end(replace(settings, racers=racers), high)
        settings = replace(settings, steps=300, noise=0.0, start=settings.surface.start)
        window.show_tab("race", default_recipe("race").changed(settings=settings))
        for step in (1, 2, 20, 300):
            show(window, qtbot, step)


@pytest.mark.parametrize(("simulation", "mode"), MODES)
def test_every_setting_has_its_control(make_window: Callable[[], MainWindow], simulation: str, mode: str) -> None:
    window = make_window()
    window.show_tab(simulation)
    form = window.page.form
    for edits in in_mode(simulation, mode):
        for path, value in edits:
            form.edit(path, value, done=True)
        path = edits[-1][0] if edits else "mode"
        known = is_on_the_card(form.settings(), path) or is_hidden(form.settings(), path)
        assert form.editor(path) is not None or known, path
        window.page.session.undo_stack.setIndex(0)


def is_on_the_card(settings: Settings | None, path: str) -> bool:
    """Whether a field is changed by the card of its entry (name, colour), by its boxes (a part of a vector), or not at
    all (a registry of one)."""
    parent, _, name = path.rpartition(".")
    if name == "kind":
        return True
    holder = get_at(settings, parent) if parent else settings
    return name in ("name", "colour") or isinstance(holder, tuple)
