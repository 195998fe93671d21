"""Why a scheme has the spread it has, in two to four lines, each a formula with the numbers of the layer in it.

δ stands for the gradient of the loss by z; a is what enters the layer, taken with E[a²] = 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engine.activations.base import figure
from engine.initializers import Initializer
from engine.parameter import QT_TRANSLATE_NOOP

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One formula (TeX), below it a template with the numbers in `values`, and one with what was measured, if it was."""

    tex: str
    numbers: str
    values: Mapping[str, str] = field(default_factory=dict)
    measured: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """The numbers that the lines are made of; variances are those of one weight."""

    n_in: int
    n_out: int
    std: float

    @property
    def variance(self) -> float:
        """Var W."""
        return self.std**2

    @property
    def forward(self) -> float:
        """Var z for inputs with E[a²] = 1."""
        return self.n_in * self.variance

    @property
    def backward(self) -> float:
        """Var of what comes back for Var δ = 1."""
        return self.n_out * self.variance


def derivation(initializer: Initializer, n_in: int, n_out: int) -> Derivation:
    """The lines for a scheme; for one that is not known here, its spread and what that does to the signal."""
    layer = Layer(n_in, n_out, initializer.std(n_in, n_out))
    return DERIVATIONS.get(initializer.kind, _other)(layer)


def _gain(value: float) -> str:
    """A gain in variance: two places, or four significant digits where it is far from 1."""
    return f"{value:.2f}" if 0.1 <= value < 1000 else figure(value)


# -- lines that several derivations share -----------------------------------------------------------------------------


def _root(tex: str, top: str, bottom: int, layer: Layer) -> Line:
    values = {"top": top, "bottom": str(bottom), "std": figure(layer.std)}
    return Line(rf"\mathrm{{std}}\,W = {tex}", "√({top} / {bottom}) = {std}", values)


def _limit(tex: str, layer: Layer) -> Line:
    values = {"limit": figure(math.sqrt(3) * layer.std), "std": figure(layer.std)}
    return Line(rf"\mathrm{{std}}\,W = {tex} / \sqrt{{3}}", "{limit} / √3 = {std}", values)


def _forward(layer: Layer) -> Line:
    values = {"n_in": str(layer.n_in), "var": figure(layer.variance), "z": _gain(layer.forward)}
    return Line(r"\mathrm{Var}\,z = n_{in} \cdot \mathrm{Var}\,W \cdot E[a^2]", "{n_in} · {var} · 1.00 = {z}", values)


def _backward(layer: Layer) -> Line:
    values = {"n_out": str(layer.n_out), "var": figure(layer.variance), "back": _gain(layer.backward)}
    tex = r"\mathrm{Var}\,\delta_{l-1} = n_{out} \cdot \mathrm{Var}\,W \cdot \mathrm{Var}\,\delta_l"
    return Line(tex, "{n_out} · {var} · 1.00 = {back}", values)


def _half(layer: Layer) -> Line:
    values = {"kept": _gain(layer.forward / 2)}
    return Line(r"E[a^2] = \mathrm{Var}\,z / 2", QT_TRANSLATE_NOOP("engine", "ReLU keeps half: {kept}"), values)


def _linear(layer: Layer) -> Line:
    text = QT_TRANSLATE_NOOP("engine", "where f is nearly linear: {z}")
    return Line(r"E[a^2] \approx \mathrm{Var}\,z", text, {"z": _gain(layer.forward)})


def _mean_of_both(layer: Layer) -> Line:
    values = {"forward": _gain(layer.forward), "backward": _gain(layer.backward)}
    text = "({forward} + {backward}) / 2 = 1.00"
    return Line(r"\frac{n_{in} + n_{out}}{2} \cdot \mathrm{Var}\,W = 1", text, values)


# -- one derivation per scheme ----------------------------------------------------------------------------------------


def _zeros(_layer: Layer) -> Derivation:
    same = QT_TRANSLATE_NOOP("engine", "0 for every input, in every unit")
    copies = QT_TRANSLATE_NOOP("engine", "the same column for every unit")
    blocked = QT_TRANSLATE_NOOP("engine", "nothing reaches the layers below")
    lines = (
        Line(r"z = a W = 0", same),
        Line(r"\partial L / \partial W = a^{\top} \delta", copies),
        Line(r"\delta W^{\top} = 0", blocked),
    )
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why not zeros"), lines)


def _normal(layer: Layer) -> Derivation:
    factor = math.sqrt(layer.forward)
    values = {"s": figure(layer.std), "n_in": str(layer.n_in), "factor": figure(factor)}
    ratio = Line(r"\mathrm{std}\,z = s \sqrt{n_{in}} \cdot \mathrm{std}\,a", "{s} · √{n_in} · 1.00 = {factor}", values)
    depth = {"factor": figure(factor), "depth": str(DEPTH), "end": figure(factor**DEPTH)}
    power = Line(
        rf"(s \sqrt{{n_{{in}}}})^{{{DEPTH}}}", QT_TRANSLATE_NOOP("engine", "after {depth} layers: {end}"), depth
    )
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why one s is not enough"), (_forward(layer), ratio, power))


def _xavier(first: Line, layer: Layer) -> Derivation:
    lines = (first, _forward(layer), _backward(layer), _mean_of_both(layer))
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why 2 / (n + n)"), lines)


def _xavier_normal(layer: Layer) -> Derivation:
    return _xavier(_root(r"\sqrt{2 / (n_{in} + n_{out})}", "2", layer.n_in + layer.n_out, layer), layer)


def _xavier_uniform(layer: Layer) -> Derivation:
    return _xavier(_limit(r"\sqrt{6 / (n_{in} + n_{out})}", layer), layer)


def _he(first: Line, layer: Layer) -> Derivation:
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why 2 / n"), (first, _forward(layer), _half(layer)))


def _he_normal(layer: Layer) -> Derivation:
    return _he(_root(r"\sqrt{2 / n_{in}}", "2", layer.n_in, layer), layer)


def _he_uniform(layer: Layer) -> Derivation:
    return _he(_limit(r"\sqrt{6 / n_{in}}", layer), layer)


def _lecun_normal(layer: Layer) -> Derivation:
    first = _root(r"\sqrt{1 / n_{in}}", "1", layer.n_in, layer)
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why 1 / n"), (first, _forward(layer), _linear(layer)))


def _orthogonal(layer: Layer) -> Derivation:
    most = max(layer.n_in, layer.n_out)
    first = _root(r"\sqrt{1 / \max(n_{in}, n_{out})}", "1", most, layer)
    if layer.n_in <= layer.n_out:
        kept = Line(r"\lVert a W \rVert = \lVert a \rVert", QT_TRANSLATE_NOOP("engine", "exact: W only turns a"))
    else:
        kept = Line(
            r"\lVert \delta W^{\top} \rVert = \lVert \delta \rVert",
            QT_TRANSLATE_NOOP("engine", "exact: going back, W only turns δ"),
        )
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why at right angles"), (first, _forward(layer), kept))


def _other(layer: Layer) -> Derivation:
    first = Line(r"\mathrm{std}\,W", "{std}", {"std": figure(layer.std)})
    return Derivation(QT_TRANSLATE_NOOP("engine", "Why the spread matters"), (first, _forward(layer), _half(layer)))


# -- with the numbers of a batch that was sent through ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sent:
    """What a batch gave at one layer: `widths` are its inputs and units, the rest are means of squares.

    `before` is that of what enters, `z` and `after` are those of z and f(z), `slope` that of f'(z). On the way back
    `gradient` is that of ∂L/∂a at the layer and `below` at the layer below it, None at layer 1; None on the way there.
    """

    layer: int
    widths: tuple[int, int]
    activation: str
    rectifier: bool
    before: float
    z: float
    after: float
    slope: float
    gradient: float | None = None
    below: float | None = None


def sent_derivation(initializer: Initializer, sent: Sent) -> Derivation:
    """Why the scheme has its spread, with the numbers of a layer that a batch was sent through, there or back."""
    layer = Layer(*sent.widths, initializer.std(*sent.widths))
    scheme = DERIVATIONS.get(initializer.kind, _other)(layer)
    if layer.std == 0:
        return scheme
    first = (
        scheme.lines[0]
        if initializer.kind != "normal"
        else Line(r"\mathrm{std}\,W = s", "{s}", {"s": figure(layer.std)})
    )
    if sent.gradient is not None:
        return Derivation(scheme.title, (first, *_back(layer, sent, sent.gradient)))
    return Derivation(scheme.title, (first, *_there(layer, sent)))


HERE = QT_TRANSLATE_NOOP("engine", "here {here}")


def _there(layer: Layer, sent: Sent) -> tuple[Line, ...]:
    """Var z from what enters, and what the activation makes of it."""
    expected = layer.forward * sent.before
    of_z = Line(
        r"\mathrm{Var}\,z = n_{in} \cdot \mathrm{Var}\,W \cdot E[a^2]",
        "{n_in} · {var} · {before} = {z}",
        {
            "n_in": str(layer.n_in),
            "var": _brief(layer.variance),
            "before": _brief(sent.before),
            "z": _brief(expected),
            "here": _brief(sent.z),
        },
        HERE,
    )
    if sent.rectifier:
        text = QT_TRANSLATE_NOOP("engine", "ReLU keeps half: {kept}")
        values = {"kept": _brief(expected / 2), "here": _brief(sent.after)}
        return of_z, Line(r"E[a^2] = \mathrm{Var}\,z / 2", text, values, HERE)
    text = QT_TRANSLATE_NOOP("engine", "{activation} makes {after} of it")
    return of_z, Line(r"E[a^2] = E[f(z)^2]", text, {"activation": sent.activation, "after": _brief(sent.after)})


def _back(layer: Layer, sent: Sent, gradient: float) -> tuple[Line, ...]:
    """Var δ from the gradient that has come to the layer, and what the weights hand on of it."""
    delta = sent.slope * gradient
    of_delta = Line(
        r"\mathrm{Var}\,\delta = E[f'(z)^2] \cdot \mathrm{Var}\,g, \quad g = \partial L / \partial a",
        "{slope} · {gradient} = {delta}",
        {"slope": _brief(sent.slope), "gradient": _brief(gradient), "delta": _brief(delta)},
    )
    if sent.below is None:
        return (of_delta,)
    below = Line(
        r"\mathrm{Var}\,g_{l-1} = n_{out} \cdot \mathrm{Var}\,W \cdot \mathrm{Var}\,\delta",
        "{n_out} · {var} · {delta} = {back}",
        {
            "n_out": str(layer.n_out),
            "var": _brief(layer.variance),
            "delta": _brief(delta),
            "back": _brief(layer.backward * delta),
            "here": _brief(sent.below),
        },
        HERE,
    )
    return of_delta, below


def _brief(value: float) -> str:
    """A measured number in few digits: two places, or three significant ones where it is small."""
    if not math.isfinite(value) or value == 0:
        return figure(value)
    text = f"{value:.2f}" if 0.1 <= value < 1000 else f"{value:.3g}" if 1e-4 <= value < 1e4 else f"{value:.1e}"
    return text.replace("-", "\N{MINUS SIGN}")


DERIVATIONS: dict[str, Callable[[Layer], Derivation]] = {
    "zeros": _zeros,
    "normal": _normal,
    "xavier_normal": _xavier_normal,
    "xavier_uniform": _xavier_uniform,
    "he_normal": _he_normal,
    "he_uniform": _he_uniform,
    "lecun_normal": _lecun_normal,
    "orthogonal": _orthogonal,
}
