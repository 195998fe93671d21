"""How the numbers of the mode `training` are written."""

from __future__ import annotations

import math

from gui.panels.initialization.number_text import signed


def loss_text(loss: float) -> str:
    """Three significant digits, as in verdicts, but for steady places from 0.1 to 10; `∞` for what has overflowed."""
    if not math.isfinite(loss):
        return "∞"
    return signed(f"{loss:.3f}" if 0.1 <= loss < 10 else f"{loss:.3g}")


def share_text(share: float, lost: bool = False) -> str:
    """A share in whole percent, 100 only for all; none for a network that is `lost`."""
    if lost:
        return "–"
    return f"{math.floor(100 * share + 1e-9)} %" if share > 0.99 else f"{100 * share:.0f} %"


def gradient_text(value: float) -> str:
    """Two significant digits; an exact 0 is told as such."""
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else "∞"
    return signed(f"{value:.1e}" if abs(value) < 1e-3 or abs(value) >= 1e3 else f"{value:.2g}")


def pair_text(values: list[float]) -> str:
    """Numbers in brackets: `(0.12, −0.034)`."""
    return f"({', '.join(gradient_text(value) for value in values)})"
