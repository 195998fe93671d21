"""One rule with many settings at once: its own update, with arrays where its fields hold numbers."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np

from engine.optimizers import Optimizer
from engine.parameter import parameters
from engine.simulations.base import Array

# So many steps tell whether a rule's arithmetic takes arrays: the branches of the first steps lie within them.
TRIAL = 8


def stacked(rule: Optimizer, values: Mapping[str, Array | float]) -> Optimizer:
    """`rule` with these fields, unchecked: arrays (n,) for updates of n runs at once, of parameters (2, n).

    A rule's update is arithmetic entry by entry, so that entry i of its result is that of the rule with the numbers i.
    """
    made = object.__new__(type(rule))
    for name in parameters(type(rule)):
        object.__setattr__(made, name, values.get(name, getattr(rule, name)))
    return made


def settled(rule: Optimizer, values: Mapping[str, float]) -> Optimizer:
    """`rule` with these fields, each brought within its limits."""
    declared = parameters(type(rule))
    checked = {name: min(max(value, declared[name].low), declared[name].high) for name, value in values.items()}
    return type(rule)(**{name: checked.get(name, getattr(rule, name)) for name in declared})


@functools.cache
def takes_arrays(kind: type[Optimizer], name: str) -> bool:
    """Whether the field may be an array: some rules branch on a field, or compute with it as a single number."""
    rule = kind()
    declared = parameters(kind)[name]
    numbers = np.array([declared.value(share) for share in (0.2, 0.5, 0.8)])
    many = stacked(rule, {name: numbers})
    params = np.ones((2, 3))
    state = many.init(params)
    try:
        with np.errstate(all="ignore"):
            for _ in range(TRIAL):
                delta, state = many.update(params, state, params)
    except (TypeError, ValueError):
        return False
    return np.shape(delta) == params.shape
