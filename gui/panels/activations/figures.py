"""How numbers are written on this tab: few figures, a true minus sign, plain 0."""

from __future__ import annotations

import math

from engine.activation_facts import ZeroCentred
from gui.widgets.marks import Mark

MARKS: dict[ZeroCentred, Mark] = {"yes": "check", "nearly": "nearly", "no": "cross"}
LEAST_PERCENT = 0.001


def figure(value: float, places: int = 3) -> str:
    """A number with `places` decimals, in powers of ten where those would show nothing or too much; exactly 0 is `0`."""
    if not math.isfinite(value):
        return "–" if value != value else "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    small = abs(value) < 0.5 * 10.0**-places
    text = f"{value:.1e}" if small or abs(value) >= 1e4 else f"{value:.{places}f}"
    return text.replace("-", "−")


def place(value: float) -> str:
    """A place on the z axis: two decimals."""
    return f"{value + 0.0:.2f}".replace("-", "−")


def plain(value: float) -> str:
    """A number in a written-out product: two decimals at most, no zeros at the end."""
    return f"{round(float(value), 2) + 0.0:g}".replace("-", "−")


def percent(share: float) -> str:
    """A share as `0.4 %`, `0.02 %` or `0.003 %`; a smaller one than a thousandth as `< 0.001 %`."""
    value = 100 * share
    if value == 0:
        return "0 %"
    if value < LEAST_PERCENT:
        return f"<\N{NO-BREAK SPACE}{LEAST_PERCENT:g} %"
    return f"{value:.{1 if value >= 0.05 else 2 if value >= 0.005 else 3}f} %"


def deviation(value: float) -> str:
    """A standard deviation: two decimals, more where it is small."""
    return figure(value, 2 if value >= 0.1 else 4 if value >= 1e-4 else 3)
