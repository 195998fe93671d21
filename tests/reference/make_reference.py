"""Makes the reference numbers in this folder from PyTorch, which is no dependency of the program or its tests.

    python -m venv build/torch
    build/torch/bin/pip install torch==2.13.0 numpy
    build/torch/bin/python tests/reference/make_reference.py

Writes `activations.json`, `schedules.json`, `schedule_lines.json`, `optimizers.json` and `networks.json` beside itself;
each holds the versions it comes from. All numbers are float64, written so that they are read back bit for bit.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from make_networks import networks
from make_schedule_lines import schedule_lines
from torch.optim import lr_scheduler

FOLDER = Path(__file__).parent
STEPS = 200
Tensor = torch.Tensor
Settings = dict[str, Any]


def write(name: str, content: dict[str, Any]) -> None:
    """One JSON file; NaN or infinity in it would be a mistake."""
    made = {"python": platform.python_version(), "numpy": np.__version__, "torch": torch.__version__}
    text = json.dumps({"versions": made} | content, allow_nan=False, separators=(",", ":"))
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{name}.json: {len(text)} bytes")


# -- activations ------------------------------------------------------------------------------------------------------

functional = torch.nn.functional
ACTIVATIONS: list[tuple[str, Settings, Callable[[Tensor], Tensor]]] = [
    ("sigmoid", {}, torch.sigmoid),
    ("tanh", {}, torch.tanh),
    ("relu", {}, torch.relu),
    *[("leaky_relu", {"alpha": a}, lambda z, a=a: functional.leaky_relu(z, a)) for a in (0.01, 0.2)],
    *[("elu", {"alpha": a}, lambda z, a=a: functional.elu(z, a)) for a in (0.5, 1.0, 2.0)],
    ("swish", {"beta": 1.0}, functional.silu),
    *[("swish", {"beta": b}, lambda z, b=b: z * torch.sigmoid(b * z)) for b in (0.3, 4.0)],
    ("gelu", {}, functional.gelu),
    ("mish", {}, functional.mish),
    ("selu", {}, functional.selu),
    # PyTorch drops the logarithm from `threshold` on, by default 20, where it still has nine digits.
    ("softplus", {}, lambda z: functional.softplus(z, threshold=700.0)),
    ("identity", {}, lambda z: z * 1.0),
]


def places() -> list[float]:
    """Dense where the functions bend, then ever farther out on both sides."""
    out = [1e-300, 1e-20, 1e-8, 1e-3, 7.5, 9.0, 15.0, 30.0, 39.0, 100.0, 700.0, 745.0, 1e4, 1e154, 1e308]
    return sorted({0.0, *out, *(-z for z in out), *np.linspace(-6.0, 6.0, 97).tolist()})


def make_activations() -> None:
    cases = []
    for kind, settings, function in ACTIVATIONS:
        z = torch.tensor(places(), dtype=torch.float64, requires_grad=True)
        value = function(z)
        (slope,) = torch.autograd.grad(value.sum(), z)
        cases.append({"kind": kind, "settings": settings, "f": value.tolist(), "derivative": slope.tolist()})
    write("activations", {"z": places(), "cases": cases})


# -- schedules --------------------------------------------------------------------------------------------------------

Maker = Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler]


def _warmed(w: int, then: Maker) -> Maker:
    def make(optimizer: torch.optim.Optimizer) -> lr_scheduler.LRScheduler:
        ramp = lr_scheduler.LinearLR(optimizer, start_factor=1 / w, total_iters=w - 1)
        return lr_scheduler.SequentialLR(optimizer, [ramp, then(optimizer)], milestones=[w])

    return make


def schedule_cases() -> Iterator[tuple[str, Settings, Maker]]:
    """The kind and fields of a schedule, and the same one of PyTorch at a learning rate of 1."""
    yield "constant", {}, lambda o: lr_scheduler.ConstantLR(o, factor=1.0)
    for size, gamma in ((7, 0.5), (1, 0.9), (25, 0.1)):
        yield "step", {"step_size": size, "gamma": gamma}, lambda o, s=size, g=gamma: lr_scheduler.StepLR(o, s, g)
    for gamma in (0.9, 0.99):
        yield "exponential", {"gamma": gamma}, lambda o, g=gamma: lr_scheduler.ExponentialLR(o, g)
    for total, final in ((40, 0.0), (1, 0.5), (63, 0.1)):
        fields = {"total_steps": total, "final": final}
        yield "linear", fields, lambda o, t=total, f=final: lr_scheduler.LinearLR(o, 1.0, f, t)
        yield "cosine", fields, lambda o, t=total, f=final: lr_scheduler.CosineAnnealingLR(o, t, f)
        yield (
            "warmup_cosine",
            {"warmup_steps": 6, "total_steps": total + 6, "final": final},
            _warmed(6, lambda o, t=total, f=final: lr_scheduler.CosineAnnealingLR(o, t, f)),
        )
    for total, power in ((40, 1.0), (63, 2.5), (5, 0.5)):
        fields = {"total_steps": total, "power": power}
        yield "polynomial", fields, lambda o, t=total, p=power: lr_scheduler.PolynomialLR(o, t, p)
    for period, multiplier, final in ((10, 1, 0.0), (7, 2, 0.05), (1, 3, 0.2)):
        yield (
            "cosine_restarts",
            {"period": period, "multiplier": multiplier, "final": final},
            lambda o, p=period, m=multiplier, f=final: lr_scheduler.CosineAnnealingWarmRestarts(o, p, m, f),
        )
    for total, share, div, final_div in ((80, 0.3, 25.0, 1e4), (80, 0.05, 10.0, 100.0), (81, 0.5, 2.0, 1.0)):
        yield (
            "one_cycle",
            {"total_steps": total, "warmup_share": share, "div_factor": div, "final_div_factor": final_div},
            lambda o, t=total, s=share, d=div, f=final_div: lr_scheduler.OneCycleLR(
                o, 1.0, total_steps=t, pct_start=s, div_factor=d, final_div_factor=f, cycle_momentum=False
            ),
        )
    yield (
        "warmup",
        {"warmup_steps": 12, "then": {"kind": "exponential", "gamma": 0.95}},
        _warmed(12, lambda o: lr_scheduler.ExponentialLR(o, 0.95)),
    )


def _optimizer() -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=1.0)


def factors(make: Maker, count: int = 80) -> list[float]:
    """The learning rates of steps 0 … count - 1."""
    optimizer = _optimizer()
    schedule = make(optimizer)
    rates = []
    for step in range(count):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        if step < count - 1:
            schedule.step()
    return rates


def plateau_losses() -> dict[str, list[float]]:
    """Losses that rest, fall, fall with noise, fall too little, or reach 0."""
    rng = np.random.default_rng(5)
    noisy = np.exp(-np.arange(120) / 20) + 0.05 * rng.standard_normal(120)
    return {
        "flat": [1.0] * 120,
        "falling": np.exp(-np.arange(120) / 10).tolist(),
        "noisy": noisy.tolist(),
        "too_little": (1.0 - 5e-5 * np.arange(120)).tolist(),
        "zero": [1.0, 0.5, *[0.0] * 118],
    }


def plateau_cases() -> Iterator[dict[str, Any]]:
    options: list[Settings] = [
        {},
        {"factor": 0.5, "patience": 2},
        {"factor": 0.3, "patience": 0, "cooldown": 5, "minimum": 0.01},
        {"factor": 0.9, "patience": 3, "threshold": 0.05, "cooldown": 1},
    ]
    for settings in options:
        for name, losses in plateau_losses().items():
            renamed = {("min_lr" if key == "minimum" else key): value for key, value in settings.items()}
            optimizer = _optimizer()
            schedule = lr_scheduler.ReduceLROnPlateau(optimizer, **renamed)
            rates = []
            for loss in losses:
                rates.append(float(optimizer.param_groups[0]["lr"]))
                schedule.step(loss)
            yield {"settings": settings, "losses": name, "factors": rates}


def make_schedules() -> None:
    cases = [{"kind": kind, "settings": fields, "factors": factors(make)} for kind, fields, make in schedule_cases()]
    write("schedules", {"cases": cases, "losses": plateau_losses(), "plateau": list(plateau_cases())})


# -- optimizers -------------------------------------------------------------------------------------------------------

Rule = Callable[[list[Tensor], Settings], torch.optim.Optimizer]


def of_moments(s: Settings) -> Settings:
    """The arguments that Adam's relatives share, under PyTorch's names."""
    betas = (s["beta1"], s["beta2"])
    return {"lr": s["learning_rate"], "betas": betas, "eps": s["epsilon"], "weight_decay": s["weight_decay"]}


RULES: dict[str, Rule] = {
    "sgd": lambda p, s: torch.optim.SGD(p, s["learning_rate"]),
    "momentum": lambda p, s: torch.optim.SGD(p, s["learning_rate"], momentum=s["momentum"]),
    "nesterov": lambda p, s: torch.optim.SGD(p, s["learning_rate"], momentum=s["momentum"], nesterov=True),
    # lr_decay=0 and initial_accumulator_value=0 are PyTorch's defaults; eps is not.
    "adagrad": lambda p, s: torch.optim.Adagrad(p, s["learning_rate"], eps=s["epsilon"]),
    "rmsprop": lambda p, s: torch.optim.RMSprop(p, s["learning_rate"], alpha=s["decay_rate"], eps=s["epsilon"]),
    "adam": lambda p, s: torch.optim.Adam(p, s["learning_rate"], betas=(s["beta1"], s["beta2"]), eps=s["epsilon"]),
    "adadelta": lambda p, s: torch.optim.Adadelta(
        p, s["learning_rate"], rho=s["decay_rate"], eps=s["epsilon"], weight_decay=s["weight_decay"]
    ),
    "adamw": lambda p, s: torch.optim.AdamW(p, **of_moments(s)),
    "adamax": lambda p, s: torch.optim.Adamax(p, **of_moments(s)),
    "nadam": lambda p, s: torch.optim.NAdam(p, momentum_decay=s["momentum_decay"], **of_moments(s)),
    "radam": lambda p, s: torch.optim.RAdam(p, **of_moments(s)),
    "rprop": lambda p, s: torch.optim.Rprop(
        p,
        s["learning_rate"],
        etas=(s["eta_minus"], s["eta_plus"]),
        step_sizes=(s["step_size_min"], s["step_size_max"]),
    ),
}
USUAL: dict[str, Settings] = {
    "sgd": {"learning_rate": 0.01},
    "momentum": {"learning_rate": 0.01, "momentum": 0.9},
    "nesterov": {"learning_rate": 0.01, "momentum": 0.9},
    "adagrad": {"learning_rate": 0.01, "epsilon": 1e-8},
    "rmsprop": {"learning_rate": 0.01, "decay_rate": 0.99, "epsilon": 1e-8},
    "adam": {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    "adadelta": {"learning_rate": 1.0, "decay_rate": 0.9, "epsilon": 1e-6, "weight_decay": 0.0},
    "adamw": {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01},
    "adamax": {"learning_rate": 0.002, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.0},
    "nadam": {
        "learning_rate": 0.002, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.0,
        "momentum_decay": 0.004,
    },
    "radam": {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.0},
    "rprop": {
        "learning_rate": 0.01, "eta_minus": 0.5, "eta_plus": 1.2, "step_size_min": 1e-6, "step_size_max": 50.0,
    },
}  # fmt: skip
OTHER: dict[str, Settings] = {
    "sgd": {"learning_rate": 0.0005},
    "momentum": {"learning_rate": 0.0005, "momentum": 0.5},
    "nesterov": {"learning_rate": 0.0005, "momentum": 0.7},
    "adagrad": {"learning_rate": 0.3, "epsilon": 1e-6},
    "rmsprop": {"learning_rate": 0.003, "decay_rate": 0.8, "epsilon": 1e-4},
    "adam": {"learning_rate": 0.05, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-6},
    "adadelta": {"learning_rate": 5.0, "decay_rate": 0.5, "epsilon": 1e-4, "weight_decay": 0.1},
    "adamw": {"learning_rate": 0.05, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-6, "weight_decay": 0.3},
    # A decay strong enough to hold g + λ w near 0 while the maximum dies down would make every rounding grow without end.
    "adamax": {"learning_rate": 0.01, "beta1": 0.5, "beta2": 0.99, "epsilon": 1e-6, "weight_decay": 0.02},
    "nadam": {
        "learning_rate": 0.05, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-6, "weight_decay": 0.1, "momentum_decay": 0.1,
    },
    "radam": {"learning_rate": 0.05, "beta1": 0.5, "beta2": 0.95, "epsilon": 1e-6, "weight_decay": 0.1},
    "rprop": {"learning_rate": 0.5, "eta_minus": 0.3, "eta_plus": 1.5, "step_size_min": 1e-3, "step_size_max": 0.7},
}  # fmt: skip


def bowl(p: Tensor) -> Tensor:
    """The chapter's bowl, x² + 10 y²."""
    return p[0] ** 2 + 10.0 * p[1] ** 2


def rosenbrock(p: Tensor) -> Tensor:
    """(1 - x)² + 100 (y - x²)²."""
    return (1.0 - p[0]) ** 2 + 100.0 * (p[1] - p[0] ** 2) ** 2


def recorded(shape: tuple[int, ...]) -> list[Any]:
    """Gradients of many sizes, of three digits each, among them exact zeros, 1e-30 and 1e30."""
    rng = np.random.default_rng(len(shape))
    sizes = rng.choice(
        [0.0, 1e-30, 1e-3, 1.0, 1.0, 10.0, 1e30], size=(STEPS, *shape), p=[0.1, 0.1, 0.2, 0.25, 0.24, 0.1, 0.01]
    )
    plain = [float(f"{g:.2e}") for g in (rng.standard_normal((STEPS, *shape)) * sizes).ravel()]
    return list(np.array(plain).reshape(STEPS, *shape).tolist())


def extreme(shape: tuple[int, ...]) -> list[Any]:
    """Gradients of which many are exactly zero, and as many so small or large that their squares hardly are numbers."""
    rng = np.random.default_rng(10 + len(shape))
    sizes = rng.choice([0.0, 1e-200, 1e-8, 1.0, 1e150], size=(STEPS, *shape), p=[0.25, 0.25, 0.2, 0.28, 0.02])
    plain = [float(f"{g:.2e}") for g in (rng.standard_normal((STEPS, *shape)) * sizes).ravel()]
    return list(np.array(plain).reshape(STEPS, *shape).tolist())


def of_network() -> list[Any]:
    """The gradients of a network of 2, 3 and 1 units, its 13 parameters in one row, while SGD trains it; three digits."""
    rng = np.random.default_rng(3)
    x = torch.tensor(rng.standard_normal((8, 2)))
    target = torch.sin(x[:, 0]) * x[:, 1]
    params, grads = torch.tensor(rng.standard_normal(13)), []
    for _ in range(STEPS):
        at = params.clone().requires_grad_()
        hidden = torch.tanh(x @ at[:6].reshape(2, 3) + at[6:9])
        loss = ((hidden @ at[9:12] + at[12] - target) ** 2).mean()
        (gradient,) = torch.autograd.grad(loss, at)
        params = params - 0.1 * gradient
        grads.append([float(f"{g:.2e}") for g in gradient.tolist()])
    return grads


def run(
    kind: str, settings: Settings, start: float | list[Any], source: Callable[[int, Tensor], Tensor], steps: int
) -> dict[str, Any]:
    """One run: the gradients that were fed, and where the parameters stood after each tenth step, the start first."""
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = RULES[kind]([params], settings)
    grads, positions = [], [params.tolist()]
    for step in range(steps):
        params.grad = source(step, params)
        grads.append(params.grad.tolist())
        optimizer.step()
        if (step + 1) % 10 == 0:
            positions.append(params.tolist())
    return {"kind": kind, "settings": settings, "params0": start, "grads": grads, "positions": positions}


def along(surface: Callable[[Tensor], Tensor]) -> Callable[[int, Tensor], Tensor]:
    def gradient(step: int, params: Tensor) -> Tensor:
        at = params.detach().clone().requires_grad_()
        return torch.autograd.grad(surface(at), at)[0]

    return gradient


def fed(grads: list[Any]) -> Callable[[int, Tensor], Tensor]:
    return lambda step, params: torch.tensor(grads[step], dtype=torch.float64)


def make_optimizers() -> None:
    torch.set_default_dtype(torch.float64)  # in which NAdam keeps the product of its momenta
    cases, race = [], []
    series = {"network": of_network()} | {f"extreme {shape}": extreme(shape) for shape in ((), (5,), (2, 3, 2))}
    wide = np.linspace(-3.0, 2.5, 12).reshape(3, 4).tolist()
    for kind in RULES:
        for name, settings in (("usual", USUAL[kind]), ("other", OTHER[kind])):
            cases.append({"name": f"bowl, {name}"} | run(kind, settings, [-7.0, 2.0], along(bowl), STEPS))
            cases.append({"name": f"scalar, {name}"} | run(kind, settings, 1.5, fed(recorded(())), STEPS))
        rate = {"learning_rate": min(USUAL[kind]["learning_rate"], 1e-4)} if "epsilon" not in USUAL[kind] else {}
        cases.append({"name": "rosenbrock"} | run(kind, USUAL[kind] | rate, [-1.2, 1.0], along(rosenbrock), STEPS))
        cases.append({"name": "array"} | run(kind, OTHER[kind], wide, fed(recorded((3, 4))), STEPS))
        for name, grads in series.items():
            start = np.full(np.shape(grads[0]), 0.5).tolist()
            for label, settings in (("usual", USUAL[kind]), ("other", OTHER[kind])):
                done = run(kind, settings, start, fed(grads), STEPS)
                cases.append({"name": f"{name}, {label}"} | done | {"grads": name})
        race.append(run(kind, USUAL[kind] | {"learning_rate": 0.1}, [-7.0, 2.0], along(bowl), 30))
    write("optimizers", {"series": series, "cases": cases, "race": race})
    torch.set_default_dtype(torch.float32)


# -- networks ---------------------------------------------------------------------------------------------------------


def make_networks() -> None:
    activations = {(kind, tuple(settings.items())): function for kind, settings, function in ACTIVATIONS}
    # The gradient of `functional.softplus` holds e^z, which overflows before the signal of a deep network does.
    activations["softplus", ()] = lambda z: torch.logaddexp(z, torch.zeros_like(z))
    write("networks", networks(activations, RULES, USUAL))


if __name__ == "__main__":
    make_activations()
    make_schedules()
    write("schedule_lines", schedule_lines(plateau_losses()["noisy"]))
    make_optimizers()
    make_networks()
