"""The simulations, by tab. Importing this package enters every tab in `SIMULATIONS`, in the window's order."""

# isort: off
from engine.simulations import activations
from engine.simulations import gradients
from engine.simulations import race
from engine.simulations import initialization

# isort: on
from engine.simulations.base import SIMULATIONS, Simulation, Tab

__all__ = ["SIMULATIONS", "Simulation", "Tab", "activations", "gradients", "initialization", "race"]
