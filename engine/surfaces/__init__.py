"""Loss surfaces of two parameters; `SURFACES` holds them all by key, the learner's own formula last."""

from engine.surfaces.base import SURFACES, Surface
from engine.surfaces.known import (
    Ackley,
    Beale,
    Booth,
    EllipticBowl,
    Himmelblau,
    Plateau,
    Rastrigin,
    Rosenbrock,
    Saddle,
    SixHumpCamel,
)
from engine.surfaces.typed import FormulaSurface

__all__ = [
    "SURFACES",
    "Ackley",
    "Beale",
    "Booth",
    "EllipticBowl",
    "FormulaSurface",
    "Himmelblau",
    "Plateau",
    "Rastrigin",
    "Rosenbrock",
    "Saddle",
    "SixHumpCamel",
    "Surface",
]
