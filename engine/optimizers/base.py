"""What an optimizer is: settings plus pure functions of gradient, state and parameters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.parameter import QT_TRANSLATE_NOOP, Phrase, Settings

Array = NDArray[np.float64]
State = tuple[Any, ...]

OPTIMIZERS: dict[str, type[Optimizer]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """One part of an update; unpacks as (symbol, formula, value).

    `symbol` is what it computes, `formula` how (both TeX), `value` the result; for the reader `name`, and `numbers`:
    the right side of the formula with this step's numbers in it.
    """

    symbol: str
    formula: str
    value: Array
    name: str
    numbers: str

    def __iter__(self) -> Iterator[Any]:
        return iter((self.symbol, self.formula, self.value))


@dataclass(frozen=True, slots=True)
class Optimizer(Settings, ABC):
    """Base of the rules. `g` is the gradient, η the learning rate (times the schedule's factor), t counts from 1.

    Inputs are never altered; arrays may have any shape; nothing is clipped: what overflows is shown as inf or NaN.
    """

    usual: ClassVar[str] = ""
    idea: ClassVar[str] = ""
    limit_formula: ClassVar[str] = ""

    @classmethod
    def notes(cls) -> tuple[str, ...]:
        """The idea, and settings to begin with."""
        usual = Phrase(QT_TRANSLATE_NOOP("engine", "Usual: {numbers}"), numbers=cls.usual) if cls.usual else ""
        return tuple(note for note in (cls.idea, usual) if note)

    @abstractmethod
    def init(self, params: Array) -> State:
        """The state before the first step."""

    @abstractmethod
    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (what to add to `params`, next state)."""

    @abstractmethod
    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """The same update as named parts, from the gradient to the new parameters, which are the last."""

    def stability_limit(self, curvature: float) -> float | None:
        """The η above which this rule diverges along a direction of a quadratic with this curvature λ > 0.

        None for rules whose step is not linear in the gradient: they have no such limit.
        """
        return None


def shown_number(value: float) -> str:
    """A number in four to six figures, so that sums can be followed: `−8.440`, `25600`, `1.20e−07`, `0`."""
    size = abs(value)
    if value == 0 or not np.isfinite(value):
        text = "0" if value == 0 else f"{value}"
    elif 1e-3 <= size < 1e6:
        places = 4 if size < 0.1 else 3 if size < 100 else 2 if size < 1000 else 1 if size < 1e4 else 0
        text = f"{value:.{places}f}"
    else:
        text = f"{value:.2e}"
    return text.replace("-", "−")


def shown_array(values: Array) -> str:
    """An array as `(−8.440, −3.650)`; longer than three entries are cut."""
    flat = np.ravel(values)
    parts = [shown_number(float(v)) for v in flat[:3]] + (["…"] if flat.size > 3 else [])
    return f"({', '.join(parts)})" if np.ndim(values) else parts[0]


def shown_rate(value: float) -> str:
    """A setting such as η or 1 − β₂ in at most four significant figures."""
    return f"{value:.4g}".replace("-", "−")
