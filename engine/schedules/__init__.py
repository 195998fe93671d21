"""Learning-rate schedules: what multiplies the learning rate at each step; `SCHEDULES` holds them all by key.

Steps count from 0. A schedule is `init` and `update`; those that need no memory are also called with a step alone.
Where PyTorch has the same schedule the factors are its learning rates divided by the first one it is given.
"""

from engine.schedules.base import SCHEDULES, Schedule, StatelessSchedule
from engine.schedules.decays import Constant, Exponential, Linear, Polynomial, Step
from engine.schedules.plateau import PlateauState, ReduceOnPlateau
from engine.schedules.warm_up import InverseSqrt, Warmup, WarmupCosine
from engine.schedules.waves import Cosine, CosineRestarts, OneCycle

__all__ = [
    "SCHEDULES",
    "Constant",
    "Cosine",
    "CosineRestarts",
    "Exponential",
    "InverseSqrt",
    "Linear",
    "OneCycle",
    "PlateauState",
    "Polynomial",
    "ReduceOnPlateau",
    "Schedule",
    "StatelessSchedule",
    "Step",
    "Warmup",
    "WarmupCosine",
]
