"""The simulations, by tab, in the window's order."""

from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Simulation, Tab

SIMULATIONS: dict[str, Tab] = {
    "activations": Tab(
        "engine.simulations.activations:ActivationsSettings",
        QT_TRANSLATE_NOOP("engine", "Activations"),
        QT_TRANSLATE_NOOP("engine", "Here all functions are compared in one picture: add another to the list."),
    ),
    "gradients": Tab(
        "engine.simulations.gradients:GradientsSettings", QT_TRANSLATE_NOOP("engine", "Vanishing gradients")
    ),
    "race": Tab(
        "engine.simulations.race:RaceSettings",
        QT_TRANSLATE_NOOP("engine", "Optimizer race"),
        QT_TRANSLATE_NOOP("engine", "Here all racers are compared in one picture: add another to the list."),
    ),
    "initialization": Tab(
        "engine.simulations.initialization:InitializationSettings", QT_TRANSLATE_NOOP("engine", "Initialization")
    ),
    "schedules": Tab(
        "engine.simulations.schedules:SchedulesSettings",
        QT_TRANSLATE_NOOP("engine", "Learning-rate schedules"),
        QT_TRANSLATE_NOOP("engine", "Here all schedules are compared in one picture: add another to the list."),
    ),
}

__all__ = ["SIMULATIONS", "Simulation", "Tab"]
