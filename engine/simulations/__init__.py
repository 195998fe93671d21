"""The simulations, by tab. Importing this package enters every tab in `SIMULATIONS`, in the window's order."""

from engine.simulations import race
from engine.simulations.base import SIMULATIONS, Simulation, Tab

__all__ = ["SIMULATIONS", "Simulation", "Tab", "race"]
