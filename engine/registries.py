"""Every registry of rules by its name: what `kobai list` shows, and the tests over all entries walk."""

from __future__ import annotations

from collections.abc import Mapping

from engine.activations import ACTIVATIONS
from engine.datasets import DATASETS
from engine.initializers import INITIALIZERS
from engine.network import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.parameter import Settings
from engine.schedules import SCHEDULES
from engine.simulations.schedules_problems import PROBLEMS
from engine.surfaces import SURFACES

REGISTRIES: dict[str, Mapping[str, type[Settings]]] = {
    "optimizers": OPTIMIZERS,
    "activations": ACTIVATIONS,
    "surfaces": SURFACES,
    "initializers": INITIALIZERS,
    "schedules": SCHEDULES,
    "datasets": DATASETS,
    "losses": LOSSES,
    "problems": PROBLEMS,
}
