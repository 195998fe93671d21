"""Presets of vanishing gradients: what is recommended, its opposite, and four remedies, one at a time.

They keep mode, sizes, data, loss, number of steps and seed; from the scalar chain, where they mean nothing, they go to
training.
"""

from __future__ import annotations

from dataclasses import replace

from engine.activations.bounded import Sigmoid
from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal, Normal, XavierNormal
from engine.optimizers.adaptive import Adam
from engine.optimizers.gradient_descent import SGD
from engine.parameter import QT_TRANSLATE_NOOP
from engine.schedules import Constant
from engine.simulations.gradients import GradientsSettings, NetworkChoice, ScalarChain, Training
from engine.simulations.pairing import Pairing

RECOMMENDED = NetworkChoice(ReLU(), HeNormal())
OPPOSITE = NetworkChoice(Sigmoid(), Normal(sigma=0.01))


def recommended(settings: GradientsSettings) -> GradientsSettings:
    """ReLU, He, Adam at its usual η = 0.001."""
    return _with(settings, RECOMMENDED, replace(settings, optimizer=Adam(learning_rate=0.001)))


def opposite(settings: GradientsSettings) -> GradientsSettings:
    """Sigmoid, N(0, 0.01), SGD at its usual η = 0.01."""
    return _with(settings, OPPOSITE, replace(settings, optimizer=SGD(learning_rate=0.01)))


def _with(settings: GradientsSettings, network: NetworkChoice, optimized: GradientsSettings) -> GradientsSettings:
    mode = Training() if isinstance(settings.mode, ScalarChain) else settings.mode
    return replace(optimized, mode=mode, network=network, schedule=Constant())


def _remedy(network: NetworkChoice, title: str, text: str) -> Pairing:
    """The opposite as A, and the same but for one thing as B."""

    def pair(settings: GradientsSettings) -> tuple[GradientsSettings, GradientsSettings]:
        a = opposite(settings)
        return a, replace(a, network=network)

    return Pairing(title, text, pair)


PRESETS: dict[str, Pairing] = {
    "recommended": Pairing(
        QT_TRANSLATE_NOOP("engine", "Recommended"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: ReLU, He initialization, Adam with η = 0.001. B: the opposite, Sigmoid, weights from N(0, 0.01), SGD with "
            "its usual η = 0.01.",
        ),
        lambda settings: (recommended(settings), opposite(settings)),
    ),
    "opposite": Pairing(
        QT_TRANSLATE_NOOP("engine", "Its opposite"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: Sigmoid, weights from N(0, 0.01), SGD with its usual η = 0.01, ten times Adam’s. B: what is recommended.",
        ),
        lambda settings: (opposite(settings), recommended(settings)),
    ),
    "remedy_relu": _remedy(
        replace(OPPOSITE, activation=ReLU()),
        QT_TRANSLATE_NOOP("engine", "Remedy: ReLU"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: the opposite. B: ReLU in place of Sigmoid, nothing else. Its slope is 1, but with weights as small as these "
            "each layer still shrinks the signal: it needs the fitting initialization too. At 20 layers, 600 steps leave it "
            "at a coin toss.",
        ),
    ),
    "remedy_batch_norm": _remedy(
        replace(OPPOSITE, batch_norm=True),
        QT_TRANSLATE_NOOP("engine", "Remedy: batch normalization"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: the opposite. B: batch normalization, nothing else. It brings every layer back to mean 0 and variance 1, "
            "however small its weights: the only one of the four that is enough alone. At 20 layers most points are right "
            "after 600 steps.",
        ),
    ),
    "remedy_residual": _remedy(
        replace(OPPOSITE, residual=True),
        QT_TRANSLATE_NOOP("engine", "Remedy: residual connections"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: the opposite. B: residual connections, nothing else. The gradient reaches every layer by the short cut; "
            "yet each Sigmoid adds about ½, so the signal grows until the upper layers saturate. At 20 layers, 600 steps "
            "leave it no better than a coin toss.",
        ),
    ),
    "remedy_initialization": _remedy(
        replace(OPPOSITE, initializer=XavierNormal()),
        QT_TRANSLATE_NOOP("engine", "Remedy: initialization"),
        QT_TRANSLATE_NOOP(
            "engine",
            "A: the opposite. B: Xavier’s weights, nothing else. The gradient shrinks less from layer to layer, but "
            "Sigmoid’s slope of at most ¼ still takes too much of it. At 20 layers, 600 steps leave it at a coin toss.",
        ),
    ),
}
