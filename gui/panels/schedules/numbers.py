"""Numbers as the tab writes them."""

from __future__ import annotations

import math


def number_text(value: float, figures: int = 3) -> str:
    """A number in a few figures: `0.0043`, `2.1e−6`, `12.4`; what is not finite is said."""
    if math.isnan(value):
        return "—"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.{figures}g}".replace("-", "−")


def level_text(value: float) -> str:
    """A predicted value in two figures: `0.10`, `0.0012`, `1.3e−5`."""
    if math.isfinite(value) and 1e-4 <= abs(value) < 100:
        return f"{value:#.2g}".rstrip(".").replace("-", "−")
    return number_text(value, 2)


def loss_text(loss: float) -> str:
    """A loss, in as many places as a column of them is read well with; `∞` beyond all numbers, defined or not."""
    if not math.isfinite(loss):
        return "∞"
    if 1e-3 <= abs(loss) < 1e3:
        return f"{loss:.4f}" if abs(loss) < 10 else f"{loss:.2f}"
    if loss != 0:
        return f"{loss:.1e}".replace("-", "−").replace("e+0", "e").replace("e+", "e").replace("e−0", "e−")
    return number_text(loss)


def share_text(share: float) -> str:
    """A share as per cent."""
    return "—" if math.isnan(share) else f"{100 * share:.0f} %"
