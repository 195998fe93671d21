"""A small network trained by PyTorch: modules, automatic differentiation, and Adam fused into one call, in float64."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

Array = NDArray[np.float64]

torch.set_num_threads(1)  # its best for networks this small: two wait for each other longer than they work


def training(weights: Sequence[tuple[Array, Array]], x: Array, y: Array, rate: float) -> Callable[[], float]:
    """One training step of a ReLU network with these W (n_in, n_out) and b; called, it gives the loss before the step."""
    layers: list[torch.nn.Module] = []
    for w, b in weights:
        layer = torch.nn.Linear(*w.shape, dtype=torch.float64)
        layer.weight.data[:] = torch.from_numpy(w.T.copy())
        layer.bias.data[:] = torch.from_numpy(b.copy())
        layers += [layer, torch.nn.ReLU()]
    network = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.Adam(network.parameters(), lr=rate, fused=True)
    loss_of, inputs, targets = torch.nn.MSELoss(), torch.from_numpy(x), torch.from_numpy(y)

    def step() -> float:
        optimizer.zero_grad()
        loss = loss_of(network(inputs), targets)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step
