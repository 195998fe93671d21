"""The optimizers' formulas written a second time, for one number and at the usual settings.

Each takes the gradient, its memory (which also holds the parameter, as `w`), and η, and returns the change of w.
"""

from __future__ import annotations

import math
from collections.abc import Callable

Step = Callable[[float, dict[str, float], float], float]


def sgd(g: float, s: dict[str, float], eta: float) -> float:
    return -eta * g


def momentum(g: float, s: dict[str, float], eta: float) -> float:
    s["v"] = 0.9 * s.get("v", 0.0) - eta * g
    return s["v"]


def nesterov(g: float, s: dict[str, float], eta: float) -> float:
    s["v"] = 0.9 * s.get("v", 0.0) - eta * g
    return 0.9 * s["v"] - eta * g


def adagrad(g: float, s: dict[str, float], eta: float) -> float:
    s["h"] = s.get("h", 0.0) + g * g
    return -eta * g / (math.sqrt(s["h"]) + 1e-8)


def rmsprop(g: float, s: dict[str, float], eta: float) -> float:
    s["h"] = 0.99 * s.get("h", 0.0) + 0.01 * g * g
    return -eta * g / (math.sqrt(s["h"]) + 1e-8)


def adam(g: float, s: dict[str, float], eta: float) -> float:
    t = _moments(g, s)
    m_hat, v_hat = s["m"] / (1 - 0.9**t), s["v"] / (1 - 0.999**t)
    return -eta * m_hat / (math.sqrt(v_hat) + 1e-8)


def adadelta(g: float, s: dict[str, float], eta: float) -> float:
    s["v"] = 0.9 * s.get("v", 0.0) + 0.1 * g * g
    move = g * math.sqrt(s.get("u", 0.0) + 1e-6) / math.sqrt(s["v"] + 1e-6)
    s["u"] = 0.9 * s.get("u", 0.0) + 0.1 * move * move
    return -eta * move


def adamw(g: float, s: dict[str, float], eta: float) -> float:
    return -eta * 0.01 * s["w"] + adam(g, s, eta)


def adamax(g: float, s: dict[str, float], eta: float) -> float:
    t = _moments(g, s)
    s["u"] = max(0.999 * s.get("u", 0.0), abs(g) + 1e-8)
    return -eta / (1 - 0.9**t) * s["m"] / s["u"]


def nadam(g: float, s: dict[str, float], eta: float) -> float:
    t = _moments(g, s)
    mu = [0.9 * (1 - 0.5 * 0.96 ** (i * 0.004)) for i in range(1, t + 2)]
    newest, kept = (1 - mu[-2]) / (1 - math.prod(mu[:-1])), mu[-1] / (1 - math.prod(mu))
    return -eta * (newest * g + kept * s["m"]) / (math.sqrt(s["v"] / (1 - 0.999**t)) + 1e-8)


def radam(g: float, s: dict[str, float], eta: float) -> float:
    t = _moments(g, s)
    m_hat, rho = s["m"] / (1 - 0.9**t), 1999 - 2 * t * 0.999**t / (1 - 0.999**t)
    if rho <= 5:
        return -eta * m_hat
    r = math.sqrt((rho - 4) * (rho - 2) * 1999 / (1995 * 1997 * rho))
    return -eta * m_hat * r * math.sqrt(1 - 0.999**t) / (math.sqrt(s["v"]) + 1e-8)


def rprop(g: float, s: dict[str, float], eta: float) -> float:
    size, product = s.get("size", eta), g * s.get("g", 0.0)
    if product > 0:
        size *= 1.2
    elif product < 0:
        size, g = size * 0.5, 0.0
    s["size"], s["g"] = min(max(size, 1e-6), 50.0), g
    return -math.copysign(s["size"], g) if g else 0.0


def lion(g: float, s: dict[str, float], eta: float) -> float:
    m = s.get("m", 0.0)
    mixed, s["m"] = 0.9 * m + (1 - 0.9) * g, 0.99 * m + (1 - 0.99) * g
    return -math.copysign(eta, mixed) if mixed else 0.0


def _moments(g: float, s: dict[str, float]) -> int:
    """Both running means with the newest gradient in them; the number of gradients."""
    s["t"] = s.get("t", 0) + 1
    s["m"] = 0.9 * s.get("m", 0.0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0.0) + 0.001 * g * g
    return int(s["t"])


PLAIN: dict[str, Step] = {
    "sgd": sgd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
    "adadelta": adadelta,
    "adamw": adamw,
    "adamax": adamax,
    "nadam": nadam,
    "radam": radam,
    "rprop": rprop,
    "lion": lion,
}
