"""Weight initializations. Every scheme makes its weights from the same standard-normal draw.

With the same generator, two schemes therefore start from the same randomness, weight by weight, and leave the
generator in the same place: the normal schemes scale the draw, the uniform ones take each number to the same
quantile of theirs, the orthogonal one takes the draw's orthogonal part, and zeros takes nothing of it.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.erf import erf, normal_density
from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register

Array = NDArray[np.float64]

INITIALIZERS: dict[str, type[Initializer]] = {}


@dataclass(frozen=True, slots=True)
class Initializer(Settings, ABC):
    """Base of all initializations: W of shape (n_in, n_out), for z = x W + b, from a generator.

    `formula` is the law of one weight in TeX, `use` what the scheme is for, `kurtosis` E w⁴ / (E w²)².
    """

    formula: ClassVar[str]
    use: ClassVar[str]
    kurtosis: ClassVar[float] = 3.0

    def __call__(self, rng: np.random.Generator, n_in: int, n_out: int) -> Array:
        """W, shape (n_in, n_out). Takes exactly n_in · n_out standard normals from `rng`, whatever the scheme.

        Raises `ValueError` for a width below 1.
        """
        return self.weights(rng.standard_normal(_widths(n_in, n_out)))

    @abstractmethod
    def weights(self, draw: Array) -> Array:
        """The weights that a standard-normal `draw` of shape (n_in, n_out) becomes; `draw` is not altered."""

    @abstractmethod
    def std(self, n_in: int, n_out: int) -> float:
        """The expected standard deviation of a weight."""

    @abstractmethod
    def density(self, w: Array, n_in: int, n_out: int) -> Array | None:
        """The density of one weight's law at `w`, elementwise; None where all weight lies on single values."""

    def variance_of_square(self, rows: Array, n_in: int, n_out: int) -> Array:
        """Var s² of s² = Σ(w - m)²/N over the first `rows` rows (N = rows · n_out, m their mean), elementwise.

        For independent weights ((N - 1)² κ - (N - 1)(N - 3)) σ⁴/N³.
        """
        count = np.asarray(rows, dtype=np.float64) * n_out
        fourth = self.std(n_in, n_out) ** 4
        return np.asarray((count - 1) * ((count - 1) * self.kurtosis - (count - 3)) * fourth / count**3)


def _widths(n_in: int, n_out: int) -> tuple[int, int]:
    if n_in < 1 or n_out < 1:
        raise ValueError(f"a layer needs at least one input and one output, not {n_in} and {n_out}")
    return n_in, n_out


@register(INITIALIZERS, "zeros")
@dataclass(frozen=True, slots=True)
class Zeros(Initializer):
    """All weights 0: every unit of a layer computes, and learns, the same."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Zeros")
    formula: ClassVar[str] = r"W = 0"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "unusable: all units of a layer stay equal")

    def weights(self, draw: Array) -> Array:
        """Zeros."""
        return np.zeros(draw.shape)

    def std(self, n_in: int, n_out: int) -> float:
        """0."""
        return 0.0

    def density(self, w: Array, n_in: int, n_out: int) -> None:
        """None: all weight lies at 0."""
        return


@dataclass(frozen=True, slots=True)
class NormalInitializer(Initializer):
    """Base of the normal schemes: the draw times the standard deviation."""

    def weights(self, draw: Array) -> Array:
        """σ z."""
        return draw * self.std(*draw.shape)

    def density(self, w: Array, n_in: int, n_out: int) -> Array:
        """The normal density with mean 0 and this σ."""
        sigma = self.std(n_in, n_out)
        with np.errstate(over="ignore"):  # a w far out is simply at infinity
            return normal_density(np.asarray(w) / sigma) / sigma


@dataclass(frozen=True, slots=True)
class UniformInitializer(Initializer):
    """Base of the uniform schemes: uniform between -√3 σ and √3 σ.

    2Φ(z) - 1 = erf(z/√2) is uniform on (-1, 1) for a standard-normal z and grows with it.
    """

    kurtosis: ClassVar[float] = 1.8

    def weights(self, draw: Array) -> Array:
        """√3 σ erf(z/√2)."""
        return math.sqrt(3.0) * self.std(*draw.shape) * erf(draw * math.sqrt(0.5))

    def density(self, w: Array, n_in: int, n_out: int) -> Array:
        """1 over the width of the interval inside it, 0 outside."""
        limit = math.sqrt(3.0) * self.std(n_in, n_out)
        return np.where(np.abs(w) <= limit, 0.5 / limit, 0.0)


@register(INITIALIZERS, "normal")
@dataclass(frozen=True, slots=True)
class Normal(NormalInitializer):
    """N(0, s) with the same s for every layer, blind to its width."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Normal")
    formula: ClassVar[str] = r"W \sim N(0, s)"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "not advised: signals die out with depth")

    sigma: float = parameter(
        0.01,
        QT_TRANSLATE_NOOP("engine", "Standard deviation"),
        symbol="s",
        low=1e-4,
        high=10.0,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "The standard deviation of the weights, whatever the layer's width"),
    )

    def std(self, n_in: int, n_out: int) -> float:
        """The chosen s."""
        return self.sigma


@register(INITIALIZERS, "xavier_normal")
@dataclass(frozen=True, slots=True)
class XavierNormal(NormalInitializer):
    """N(0, √(2/(n_in + n_out))): a middle way between signals and gradients (Glorot and Bengio 2010)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Xavier normal")
    formula: ClassVar[str] = r"W \sim N(0, \sqrt{2 / (n_{in} + n_{out})})"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Sigmoid, tanh")

    def std(self, n_in: int, n_out: int) -> float:
        """√(2/(n_in + n_out))."""
        return math.sqrt(2.0 / sum(_widths(n_in, n_out)))


@register(INITIALIZERS, "he_normal")
@dataclass(frozen=True, slots=True)
class HeNormal(NormalInitializer):
    """N(0, √(2/n_in)): makes up for the half that ReLU cuts off (He et al. 2015)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "He normal")
    formula: ClassVar[str] = r"W \sim N(0, \sqrt{2 / n_{in}})"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "ReLU, Leaky ReLU")

    def std(self, n_in: int, n_out: int) -> float:
        """√(2/n_in)."""
        return math.sqrt(2.0 / _widths(n_in, n_out)[0])


@register(INITIALIZERS, "xavier_uniform")
@dataclass(frozen=True, slots=True)
class XavierUniform(UniformInitializer):
    """Uniform with Xavier's standard deviation (Glorot and Bengio 2010)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Xavier uniform")
    formula: ClassVar[str] = r"W \sim U(-a, a), \quad a = \sqrt{6 / (n_{in} + n_{out})}"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Sigmoid, tanh")

    def std(self, n_in: int, n_out: int) -> float:
        """√(2/(n_in + n_out))."""
        return math.sqrt(2.0 / sum(_widths(n_in, n_out)))


@register(INITIALIZERS, "he_uniform")
@dataclass(frozen=True, slots=True)
class HeUniform(UniformInitializer):
    """Uniform with He's standard deviation (He et al. 2015)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "He uniform")
    formula: ClassVar[str] = r"W \sim U(-a, a), \quad a = \sqrt{6 / n_{in}}"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "ReLU, Leaky ReLU")

    def std(self, n_in: int, n_out: int) -> float:
        """√(2/n_in)."""
        return math.sqrt(2.0 / _widths(n_in, n_out)[0])


@register(INITIALIZERS, "lecun_normal")
@dataclass(frozen=True, slots=True)
class LeCunNormal(NormalInitializer):
    """N(0, √(1/n_in)): z gets the variance of the inputs (LeCun et al. 1998)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "LeCun normal")
    formula: ClassVar[str] = r"W \sim N(0, \sqrt{1 / n_{in}})"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "SELU")

    def std(self, n_in: int, n_out: int) -> float:
        """√(1/n_in)."""
        return math.sqrt(1.0 / _widths(n_in, n_out)[0])


@register(INITIALIZERS, "orthogonal")
@dataclass(frozen=True, slots=True)
class Orthogonal(Initializer):
    """Columns (rows, where there are fewer of them) of length 1 at right angles (Saxe, McClelland and Ganguli 2013).

    Uniform among all such matrices: the Q of the draw's QR decomposition, each column with the sign that makes R's
    diagonal positive (Mezzadri 2007). A weight is then one coordinate of a uniform unit vector in n = max(n_in, n_out)
    dimensions.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Orthogonal")
    formula: ClassVar[str] = r"W^{\top} W = I \quad (n_{in} \ge n_{out})"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "very deep linear or tanh nets")

    def weights(self, draw: Array) -> Array:
        """Q of the draw = QR, or of its transpose where it is wider than tall."""
        wide = draw.shape[0] < draw.shape[1]
        q, r = np.linalg.qr(draw.T if wide else draw)
        q = q * np.copysign(1.0, np.diagonal(r))
        return np.ascontiguousarray(q.T if wide else q)

    def std(self, n_in: int, n_out: int) -> float:
        """1/√max(n_in, n_out)."""
        return 1.0 / math.sqrt(max(_widths(n_in, n_out)))

    def density(self, w: Array, n_in: int, n_out: int) -> Array | None:
        """Γ(n/2)/(√π Γ((n - 1)/2)) (1 - w²)^((n - 3)/2) inside (-1, 1), else 0; None for n = 1, where w is ±1."""
        n = max(_widths(n_in, n_out))
        if n == 1:
            return None
        scale = math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)
        inside = np.abs(w) < 1.0
        rest = 1.0 - np.square(np.where(inside, w, 0.0))
        return np.where(inside, scale * rest ** ((n - 3) / 2), 0.0)

    def variance_of_square(self, rows: Array, n_in: int, n_out: int) -> Array:
        """Var s², exact: the weights depend on each other, and once all are there the sum of their squares is fixed.

        S = Σw² over k rows is the overlap of two random subspaces, Var S = 2kp(n - k)(n - p)/(n²(n - 1)(n + 2)) with
        p = n_out; s² = S/N - m², Cov(S/N, m²) = Var S/N³, Var m² = 2(n - 1)/(n²(n + 2)N²).
        """
        n, k = max(_widths(n_in, n_out)), np.asarray(rows, dtype=np.float64)
        if n == 1:
            return np.zeros(k.shape)
        count = k * n_out
        of_sum = 2 * count * (n - k) * (n - n_out) / (n * n * (n - 1) * (n + 2))
        of_mean_square = 2 * (n - 1) / (n * n * (n + 2) * count**2)
        return np.asarray(of_sum / count**2 - 2 * of_sum / count**3 + of_mean_square)
