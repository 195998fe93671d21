"""Gradients against differences of the loss, for any network: no framework, and no formula of a derivative."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS
from engine.network import LOSSES, Network, NetworkSettings, generator

# A step of the difference. Kinks are crossed by chance; the seeds are fixed, so that they are not.
STEP = 1e-6
SMOOTH = sorted(kind for kind, activation in ACTIVATIONS.items() if activation().smooth)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Any depth, widths, batch norm, residual connections, and parameters away from their start."""
    sizes = tuple(draw(st.lists(st.integers(1, 5), min_size=2, max_size=6)))
    activation = ACTIVATIONS[draw(st.sampled_from(SMOOTH))]()
    initializer = INITIALIZERS[draw(st.sampled_from(["xavier_normal", "he_uniform", "orthogonal"]))]()
    chosen = NetworkSettings(sizes, activation, initializer, draw(st.booleans()), draw(st.booleans()))
    seed = draw(st.integers(0, 1000))
    network = Network(chosen, generator(seed))
    network.vector += 0.3 * generator(seed, 1).standard_normal(len(network.vector))
    return network


@given(networks(), st.sampled_from(sorted(LOSSES)), st.integers(2, 7), st.booleans(), st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_gradients_are_the_slopes_of_the_loss(
    network: Network, kind: str, batch: int, training: bool, seed: int
) -> None:
    """In evaluation too, where the running statistics stand still."""
    rng, loss = generator(seed, 2), LOSSES[kind]()
    x = rng.standard_normal((batch, network.settings.sizes[0]))
    y = rng.integers(0, 2, (batch, network.settings.sizes[-1])) * 1.0
    network.forward(x)

    def value() -> float:
        return loss(network.forward(x, training), y)[0]

    d_input = network.backward(loss(network.forward(x, training), y)[1])
    for array, gradient in ((network.vector, network.gradient_vector.copy()), (x, d_input)):
        for place in np.ndindex(array.shape):
            held = array[place]
            array[place] = held + STEP
            above = value()
            array[place] = held - STEP
            below = value()
            array[place] = held
            # A second difference says how curved the loss is here: a unit's variance near 0 bends it sharply.
            curved = abs(above + below - 2 * value())
            assert abs((above - below) / (2 * STEP) - gradient[place]) <= 1e-7 + 1e-5 * abs(gradient[place]) + curved


@given(st.sampled_from(sorted(set(ACTIVATIONS) - set(SMOOTH))), st.booleans(), st.booleans())
@settings(deadline=None)
def test_gradients_of_activations_with_a_kink(kind: str, batch_norm: bool, residual: bool) -> None:
    chosen = NetworkSettings((2, 6, 6, 1), ACTIVATIONS[kind](), INITIALIZERS["he_normal"](), batch_norm, residual)
    network, loss = Network(chosen, generator(11)), LOSSES["mse"]()
    network.vector += 0.1 * generator(12).standard_normal(len(network.vector))
    x, y = generator(13).standard_normal((9, 2)), generator(14).standard_normal((9, 1))
    network.backward(loss(network.forward(x), y)[1])
    for place, slope in enumerate(network.gradient_vector.copy()):
        values = []
        for step in (STEP, -2 * STEP):
            network.vector[place] += step
            values.append(loss(network.forward(x), y)[0])
        network.vector[place] += STEP
        assert abs((values[0] - values[1]) / (2 * STEP) - slope) <= 1e-7 + 1e-6 * abs(slope)
