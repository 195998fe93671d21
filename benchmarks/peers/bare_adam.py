"""Adam on the Rosenbrock valley for many starts at once: no more than the arithmetic, nothing allocated in a step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8


def bare_adam(starts: Array, rate: float) -> tuple[Array, Callable[[], None]]:
    """The places (2, starts), which a call of the second moves by one step."""
    w = starts.T.copy()
    m, v, g, a, b = (np.zeros_like(w) for _ in range(5))
    r, s = np.empty_like(w[0]), np.empty_like(w[0])
    t = 0

    def step() -> None:
        nonlocal t
        t += 1
        (x, y), (gx, gy) = w, g
        np.multiply(x, x, out=r)
        np.subtract(y, r, out=r)
        np.multiply(r, -400.0, out=gx)
        np.multiply(gx, x, out=gx)
        np.subtract(x, 1.0, out=s)
        np.multiply(s, 2.0, out=s)
        np.add(gx, s, out=gx)
        np.multiply(r, 200.0, out=gy)
        np.multiply(m, BETA1, out=m)
        np.multiply(g, 1 - BETA1, out=a)
        np.add(m, a, out=m)
        np.multiply(v, BETA2, out=v)
        np.multiply(g, g, out=a)
        np.multiply(a, 1 - BETA2, out=a)
        np.add(v, a, out=v)
        np.multiply(m, -rate / (1 - BETA1**t), out=b)
        np.divide(v, 1 - BETA2**t, out=a)
        np.sqrt(a, out=a)
        np.add(a, EPSILON, out=a)
        np.divide(b, a, out=b)
        np.add(w, b, out=w)

    return w, step
