"""What a preset of a tab does to its settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pairing:
    """Makes A's and B's settings (B's None: no comparison) of A's at hand. Texts are marked for translation."""

    title: str
    help: str
    pair: Callable[[Any], tuple[Any, Any]]
