"""Problems as the runs meet them: where they begin, and loss and gradient where they are, noise included."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.simulations import schedules_network as network
from engine.simulations.base import Array
from engine.simulations.schedules_problems import SmallNetwork, SurfaceProblem
from engine.surfaces import Surface
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# The noise of so many steps is drawn at once: making a generator costs as much as several steps.
BLOCK = 256
# So many units' answers are worked out at once: more would need much memory and leave the processor's cache.
MOST_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What E × R runs see where they are: losses (E, R), accuracies (E, R) or None, gradients (E, R, parameters)."""

    losses: Array
    accuracies: Array | None
    gradients: Array


class Task(Protocol):
    """A problem with a noise, for a number of runs, from a seed."""

    def begin(self) -> Array:
        """Where the runs begin, (R, parameters)."""

    def look(self, step: int, params: Array) -> Look:
        """At `params` (E, R, parameters). For callers who have silenced NumPy's warnings."""

    def noise(self, step: int) -> Array | None:
        """What is added to the gradients of `look` at `step`, (R, parameters); None where they hold it already."""

    def noise_of_first(self, step: int, params: Array, gradient: Array) -> tuple[Array, Array]:
        """The true gradient of run 1 at `params` (parameters,), and the noise in it; `gradient` as `look` gave it."""


@dataclass(frozen=True, slots=True)
class SurfaceTask:
    """A surface, and normal noise with standard deviation `sigma`."""

    surface: Surface
    sigma: float
    runs: int
    seed: int

    def begin(self) -> Array:
        """All at the surface's start."""
        return np.tile(np.array(self.surface.start), (self.runs, 1))

    def look(self, step: int, params: Array) -> Look:
        """The surface's value and own gradient."""
        x, y = params[..., 0], params[..., 1]
        return Look(self.surface.value(x, y), None, self.surface.gradient(x, y))

    def noise(self, step: int) -> Array | None:
        """A draw for each run."""
        if not self.sigma:
            return None
        block, place = divmod(step, BLOCK)
        return np.asarray(self.sigma * draws(self.seed, block, self.runs)[place])

    def noise_of_first(self, step: int, params: Array, gradient: Array) -> tuple[Array, Array]:
        """As they are."""
        noise = self.noise(step)
        return gradient, np.zeros_like(gradient) if noise is None else noise[0]


@dataclass(frozen=True, slots=True)
class NetworkTask:
    """The small network: its noise is the choice of each batch."""

    width: int
    batch: int
    runs: int
    seed: int

    def begin(self) -> Array:
        """Weights of each run's own."""
        return network.first_weights(self.width, self.seed, self.runs)

    def look(self, step: int, params: Array) -> Look:
        """Loss and accuracy over all points, gradient on the batch of this step."""
        x, y = points(self.seed)
        picked, (schedules, runs) = self._chosen(step), params.shape[:2]
        look = Look(np.empty((schedules, runs)), np.empty((schedules, runs)), np.empty(params.shape))
        at_once = max(1, MOST_AT_ONCE // (schedules * len(x) * self.width))
        for first in range(0, runs, at_once):
            pulse()
            part = slice(first, first + at_once)
            seen = network.passed(self.width, params[:, part], x, y, picked[part])
            look.losses[:, part], look.gradients[:, part] = seen.losses, seen.gradient
            look.accuracies[:, part] = seen.accuracies  # type: ignore[index]
        return look

    def _chosen(self, step: int) -> NDArray[np.intp]:
        block, place = divmod(step, network.BLOCK)
        picked: NDArray[np.intp] = chosen(self.seed, block, self.runs, self.batch)[place]
        return picked

    def noise(self, step: int) -> Array | None:
        """In the gradients."""
        return None

    def noise_of_first(self, step: int, params: Array, gradient: Array) -> tuple[Array, Array]:
        """The gradient over all points, and how far that of the batch is from it."""
        x, y = points(self.seed)
        whole = np.arange(len(y))[np.newaxis]
        true = network.passed(self.width, params[np.newaxis, np.newaxis], x, y, whole).gradient[0, 0]
        return true, gradient - true


def task_of(settings: SchedulesSettings, seed: int) -> Task:
    """The settings' problem."""
    problem = settings.problem
    if isinstance(problem, SmallNetwork):
        return NetworkTask(problem.width, problem.batch, settings.runs, seed)
    assert isinstance(problem, SurfaceProblem)
    return SurfaceTask(problem.surface, settings.noise, settings.runs, seed)


@functools.lru_cache(maxsize=48)
def draws(seed: int, block: int, runs: int) -> Array:
    """Standard normal draws of `BLOCK` steps, (steps, runs, 2); run k's are the same however many runs there are."""
    stream = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(block,)))
    drawn = np.ascontiguousarray(stream.standard_normal((runs, BLOCK, 2)).swapaxes(0, 1))
    drawn.flags.writeable = False
    return drawn


@functools.lru_cache(maxsize=16)
def chosen(seed: int, block: int, runs: int, batch: int) -> NDArray[np.intp]:
    """As `schedules_network.batches`, kept."""
    return network.batches(seed, block, runs, batch)


@functools.lru_cache(maxsize=8)
def points(seed: int) -> tuple[Array, Array]:
    """As `schedules_network.points`, kept."""
    return network.points(seed)
