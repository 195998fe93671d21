"""Learning-rate schedules with `torch.optim` and its `lr_scheduler`: all runs of a schedule in one tensor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

Array = NDArray[np.float64]


def final_positions(
    makers: Sequence[Callable[[torch.optim.Optimizer], torch.optim.lr_scheduler.LRScheduler]],
    start: tuple[float, float],
    rate: float,
    noise: Array,
) -> Array:
    """Where the runs on x² + 10 y² end, (schedules, runs, 2), under each schedule, with noise (steps, runs, 2).

    Each update is eager, its gradient by automatic differentiation.
    """
    draws = torch.from_numpy(noise)
    coefficients = torch.tensor([1.0, 10.0], dtype=torch.float64)
    ended = []
    for make in makers:
        params = torch.tensor([start] * noise.shape[1], dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([params], lr=rate)
        scheduler = make(optimizer)
        for draw in draws:
            optimizer.zero_grad()
            (coefficients * params * params + draw * params).sum().backward()
            optimizer.step()
            scheduler.step()
        ended.append(params.detach().numpy())
    return np.array(ended)
