"""The chapter's race by torch.optim: the same rules, start and surface, each update eager, in float64."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

# The five rules in the chapter's order; PyTorch, too, puts ε outside the root.
RULES: tuple[Callable[[list[torch.Tensor]], Any], ...] = (
    lambda w: torch.optim.SGD(w, lr=0.1),
    lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9),
    lambda w: torch.optim.Adagrad(w, lr=0.1, eps=1e-8),
    lambda w: torch.optim.RMSprop(w, lr=0.1, alpha=0.99, eps=1e-8),
    lambda w: torch.optim.Adam(w, lr=0.1, betas=(0.9, 0.999), eps=1e-8),
)
START = (-7.0, 2.0)
# f(w) = Σ c w²: three operations, the fewest in which autograd gives this surface.
COEFFICIENTS = torch.tensor([1.0, 10.0], dtype=torch.float64)


def final_positions(steps: int) -> NDArray[np.float64]:
    """Where the five stand after so many steps, (5, 2)."""
    return np.array([_raced(rule, steps) for rule in RULES])


def _raced(rule: Callable[[list[torch.Tensor]], Any], steps: int) -> NDArray[np.float64]:
    w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = rule([w])
    for _ in range(steps):
        optimizer.zero_grad()
        (COEFFICIENTS * w * w).sum().backward()
        optimizer.step()
    ended: NDArray[np.float64] = w.detach().numpy()
    return ended
