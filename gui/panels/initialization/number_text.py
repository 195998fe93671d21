"""How the numbers of a draw are written: as many places as its chance leaves any meaning to."""

from __future__ import annotations

import math

MOST_PLACES = 6


def signed(text: str) -> str:
    """A number with a true minus sign."""
    return text.replace("-", "−")


def with_error(value: float, error: float) -> str:
    """`value` to the place of the second significant digit of `error`: 0.1149 beside an error of 0.0012.

    Where that takes more than six places, four significant digits of the value itself, tiny ones as powers of ten.
    """
    if not math.isfinite(value):
        return "–"
    if error <= 0:
        return plain(value)
    places = 1 - math.floor(math.log10(error))
    if places > MOST_PLACES:
        if abs(value) < 1e-4:
            return signed(f"{value:.1e}") if value else "0"
        places = max(MOST_PLACES, 3 - math.floor(math.log10(abs(value))))
    return signed(_unsigned_zero(f"{value:.{max(0, places)}f}"))


def expected_text(value: float, error: float) -> str:
    """An expected value, as exactly as samples beside it are written and to four significant digits at least."""
    return with_error(value, min(error, abs(value) * 1e-2)) if value else "0"


def error_text(error: float) -> str:
    """A standard error in two significant digits."""
    if error <= 0:
        return "0"
    places = 1 - math.floor(math.log10(error))
    return signed(f"{error:.1e}" if places > MOST_PLACES else f"{error:.{max(0, places)}f}")


def brief_expected(value: float, error: float) -> str:
    """An expected value with its standard error in one significant digit, both to the same place."""
    if error <= 0:
        return plain(value)
    places = max(0, -math.floor(math.log10(error)))
    if places > MOST_PLACES:
        return signed(f"{value:.2g} ± {error:.0e}") if value else signed(f"0 ± {error:.0e}")
    return (f"{value:.{places}f}" if value else "0") + f" ± {error:.{places}f}"


def table_number(value: float, std: float) -> str:
    """`value` in a table: four places, fewer where the expected `std` is large, powers of ten where it is tiny."""
    if not math.isfinite(value):
        return "–"
    if std == 0 or value == 0:
        return "0"
    if std < 1e-3:
        return signed(f"{value:.1e}")
    return signed(_unsigned_zero(f"{value:.{4 if std < 1 else 3 if std < 10 else 2}f}"))


def plain(value: float) -> str:
    """A number in at most four significant digits."""
    return signed(f"{value:.4g}") if value else "0"


def score_text(score: float) -> str:
    """How many standard errors, with a sign: `+0.8`."""
    return signed(_unsigned_zero(f"{score:+.1f}"))


def _unsigned_zero(text: str) -> str:
    """No sign before a number that is 0 as it is written."""
    return text if text.strip("+-0.") else text.lstrip("+-")
