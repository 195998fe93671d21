"""What speaks for an activation function and against it: what its class says, and what is measured of it."""

from __future__ import annotations

import numpy as np

from engine.activation_facts import EDGE, GRID, ZeroCentred, zero_centred
from engine.activations import Activation
from engine.parameter import QT_TRANSLATE_NOOP

Marks = tuple[tuple[ZeroCentred, str], ...]

STEEP = 2.0
"""Slopes from here on enlarge a gradient noticeably at every layer."""

SMOOTH = QT_TRANSLATE_NOOP("engine", "Smooth everywhere.")
KINK = QT_TRANSLATE_NOOP("engine", "Not smooth: f′ jumps at 0.")
LINEAR = QT_TRANSLATE_NOOP("engine", "Not non-linear: any stack of such layers is one linear map.")
ENLARGES = QT_TRANSLATE_NOOP("engine", "f′ goes far above 1: deep stacks can enlarge the gradient.")
CENTRED: dict[ZeroCentred, str] = {
    "yes": QT_TRANSLATE_NOOP("engine", "Zero-centred on a standard normal input."),
    "nearly": QT_TRANSLATE_NOOP("engine", "The mean output is near 0."),
    "no": QT_TRANSLATE_NOOP("engine", "Not zero-centred, which slows learning."),
}


def marks(activation: Activation) -> Marks:
    """Sentences with their marks, what is good first: the same facts as in the comparison table, so they agree."""
    centred = zero_centred(activation)
    measured: Marks = (
        ("yes", SMOOTH) if activation.smooth else ("no", KINK),
        (centred, CENTRED[centred]),
        *((("no", LINEAR),) if is_linear(activation) else ()),
        *((("no", ENLARGES),) if activation.max_derivative >= STEEP else ()),
    )
    good: Marks = tuple(("yes", text) for text in activation.good)
    bad: Marks = tuple(("no", text) for text in activation.bad)
    order: list[ZeroCentred] = ["yes", "nearly", "no"]
    return tuple(sorted((*measured, *good, *bad), key=lambda mark: order.index(mark[0])))


def is_linear(activation: Activation) -> bool:
    """Whether the slope is the same all over -12 … 12."""
    return bool(np.ptp(activation.derivative(np.linspace(-EDGE, EDGE, GRID))) == 0.0)
