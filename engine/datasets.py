"""Data sets of two classes in the plane, drawn from a seed.

Every point is made of its own four numbers of the stream, so it stays the same point however many are drawn, and the
noise only scales its displacement. All points are standardised with the mean and the standard deviation of the law
that they are drawn from: training and test set, large and small, are moved and scaled alike.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register

Array = NDArray[np.float64]
Role = Literal["training", "test"]
DATASETS: dict[str, type[Dataset]] = {}

# Keeps the points' random numbers apart from those that a network of the same seed is drawn from.
STREAM = 1_000_003
STREAMS: dict[Role, tuple[int, ...]] = {"training": (STREAM,), "test": (STREAM, 1)}

NOISE = QT_TRANSLATE_NOOP("engine", "Noise")
NOISE_HELP = QT_TRANSLATE_NOOP(
    "engine", "Standard deviation of each point's displacement; the whole figure is about 2 wide."
)


@dataclass(frozen=True, slots=True)
class Split:
    """Points and labels to learn from, and others of the same law to judge by; x (count, 2), y (count, 1)."""

    x: Array
    y: Array
    x_test: Array
    y_test: Array


@dataclass(frozen=True, slots=True)
class Dataset(Settings, ABC):
    """Base of the data sets. Points are labelled 0 and 1 in turn, so that both are as many, or nearly.

    `definition` says in a sentence what the figure is.
    """

    definition: ClassVar[str]

    noise: float = parameter(0.1, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    @abstractmethod
    def place(self, u: Array, label: Array) -> Array:
        """Points without noise, (count, 2), from uniform numbers `u` (count, 2) in [0, 1) and labels (count,)."""

    @abstractmethod
    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Mean and variance of the law of x and y without noise, both classes together."""

    def draw(self, rng: np.random.Generator, count: int) -> tuple[Array, Array]:
        """`count` points (count, 2), standardised, and their labels 0 or 1, (count, 1). Takes 4·count uniforms.

        The displacement of a point is normal, by Box and Muller's (1958) formula. Raises `ValueError` for count < 1.
        """
        if count < 1:
            raise ValueError(f"a data set needs at least one point, not {count}")
        u = rng.random((count, 4))
        label = (np.arange(count) % 2).astype(np.float64)
        radius, angle = np.sqrt(-2.0 * np.log1p(-u[:, 2])), 2.0 * math.pi * u[:, 3]
        shift = np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1)
        mean, variance = self.moments()
        points = self.place(u[:, :2], label) + self.noise * shift
        return (points - mean) / np.sqrt(np.add(variance, self.noise**2)), label[:, np.newaxis]

    def points(self, seed: int, count: int, role: Role = "training") -> tuple[Array, Array]:
        """As `draw`, from the seed's own stream for points to learn from or to judge by."""
        return self.draw(np.random.default_rng(np.random.SeedSequence((seed, *STREAMS[role]))), count)

    def split(self, seed: int, count: int, test_count: int) -> Split:
        """`count` points to learn from and `test_count` others, standardised alike."""
        return Split(*self.points(seed, count), *self.points(seed, test_count, "test"))

    @classmethod
    def notes(cls) -> tuple[str, ...]:
        """The definition."""
        return (cls.definition,)


def polar(radius: Array, angle: Array) -> Array:
    """Points (count, 2) at these distances from 0 and in these directions."""
    return np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1)


@register(DATASETS, "circles")
@dataclass(frozen=True, slots=True)
class Circles(Dataset):
    """Class 1 a disc of radius 0.5, class 0 the ring from 0.7 to 1 around it; distances from the centre uniform."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Circles")
    definition: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "A disc within a ring.")

    noise: float = parameter(0.05, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    def place(self, u: Array, label: Array) -> Array:
        """Distance 0.5 u or 0.7 + 0.3 u, direction uniform."""
        return polar(np.where(label == 1, 0.5 * u[:, 0], 0.7 + 0.3 * u[:, 0]), 2.0 * math.pi * u[:, 1])

    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Mean 0; variance half the mean square distance, 0.25/3 inside and (1 - 0.7³)/0.9 outside."""
        variance = (0.25 / 3 + (1 - 0.7**3) / 0.9) / 4
        return (0.0, 0.0), (variance, variance)


@register(DATASETS, "xor")
@dataclass(frozen=True, slots=True)
class Xor(Dataset):
    """Four squares [0.1, 1]² in the quadrants; class 1 where the signs of x and y differ."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "XOR")
    definition: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Four squares; a point's class says whether x and y differ in sign."
    )

    noise: float = parameter(0.05, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    def place(self, u: Array, label: Array) -> Array:
        """The side of x by its own number, |x| and |y| uniform from 0.1 to 1."""
        x = 2.0 * u[:, 0] - 1.0
        side = np.where(x < 0, -1.0, 1.0)
        away = 0.1 + 0.9 * np.stack((np.abs(x), u[:, 1]), axis=1)
        return np.asarray(away * np.stack((side, side * (1.0 - 2.0 * label)), axis=1))

    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Mean 0; variance (1 - 0.1³)/(3 · 0.9)."""
        return (0.0, 0.0), (0.37, 0.37)


@register(DATASETS, "blobs")
@dataclass(frozen=True, slots=True)
class Blobs(Dataset):
    """Two normal clouds around (-0.5, -0.5), class 0, and (0.5, 0.5), class 1; the noise is their size."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Blobs")
    definition: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Two round clouds; a straight line parts them.")

    noise: float = parameter(0.25, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    def place(self, u: Array, label: Array) -> Array:
        """The centre of the point's cloud."""
        return np.stack((label - 0.5, label - 0.5), axis=1)

    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Mean 0, variance 0.25."""
        return (0.0, 0.0), (0.25, 0.25)


TURNS = 1.75  # of each arm of the spirals
SPIRAL_START = 0.1  # where the arms begin: at 0 the two classes would touch


@register(DATASETS, "spirals")
@dataclass(frozen=True, slots=True)
class Spirals(Dataset):
    """Two arms of an Archimedean spiral opposite one another, distances from the centre uniform from 0.1 to 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Two spirals")
    definition: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Two arms wound around one another.")

    noise: float = parameter(0.03, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    def place(self, u: Array, label: Array) -> Array:
        """Distance t and direction 2π · 1.75 t, half a turn further for class 1."""
        t = SPIRAL_START + (1.0 - SPIRAL_START) * u[:, 0]
        return polar(t, 2.0 * math.pi * TURNS * t + math.pi * label)

    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Mean 0, as the arms are opposite; variance E t²(1 ± cos 2ωt)/2 with ω = 2π · 1.75."""
        twice = 4.0 * math.pi * TURNS

        def wave(t: float) -> float:  # an integral of t² cos(2ωt)
            turned = twice * t
            return (
                t * t * math.sin(turned) / twice + 2 * t * math.cos(turned) / twice**2 - 2 * math.sin(turned) / twice**3
            )

        length = 1.0 - SPIRAL_START
        square = (1.0 - SPIRAL_START**3) / (3.0 * length)
        cosine = (wave(1.0) - wave(SPIRAL_START)) / length
        return (0.0, 0.0), ((square + cosine) / 2.0, (square - cosine) / 2.0)


@register(DATASETS, "moons")
@dataclass(frozen=True, slots=True)
class Moons(Dataset):
    """Class 0 the upper half of a circle, class 1 the lower half of an equal one, shifted by (1, 0.5)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Moons")
    definition: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Two half circles that reach into one another.")

    noise: float = parameter(0.1, NOISE, low=0, high=1, step=0.01, help=NOISE_HELP)

    def place(self, u: Array, label: Array) -> Array:
        """(cos t, sin t), or (1 - cos t, 0.5 - sin t), t uniform over half a turn."""
        upper = polar(np.ones(len(u)), math.pi * u[:, 0])
        return np.where(label[:, np.newaxis] == 1, np.subtract((1.0, 0.5), upper), upper)

    def moments(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Both moons are symmetric about (0.5, 0.25): E cos² = E sin² = 1/2, E sin = 2/π."""
        return (0.5, 0.25), (0.75, 0.5625 - 1.0 / math.pi)
