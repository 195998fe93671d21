"""Initialization, mode `forward`: a step sends the batch through one layer under every scheme, then the gradient back.

With L layers, step k ≤ L is the signal after layer k, step 2L + 1 − l the gradient ∂L/∂a that has come back to layer l.
All is computed at the start (`initialization_forward_pass`): a state only says how far it is uncovered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from engine.diagnostics import Verdict
from engine.simulations.base import Array
from engine.simulations.initialization_derivations import Derivation, Sent, sent_derivation
from engine.simulations.initialization_forward_judgement import Subject, gradient_verdict, signal_verdict
from engine.simulations.initialization_forward_pass import Course, Pass, extent, send
from engine.simulations.initialization_forward_theory import Theory, theory
from engine.simulations.initialization_weights import HALF, SchemeScene, bin_width, joined_bins, scheme_scene

if TYPE_CHECKING:
    from engine.simulations.initialization import InitializationSettings

Phase = Literal["start", "forward", "backward"]


class Passes:
    """The passes of all schemes. Not a dataclass: a timeline weighs states, and this is the same object in all."""

    __slots__ = ("all", "course")

    def __init__(self, settings: InitializationSettings, seed: int) -> None:
        """Send the batch under every scheme, or take up what is known of it."""
        self.course = course_of(settings, seed)
        self.all = tuple(send(initializer, self.course) for initializer in settings.initializers)


@dataclass(frozen=True, slots=True, eq=False)
class ForwardState:
    """`step` layers are passed, forward and then back."""

    passes: Passes
    step: int


@dataclass(frozen=True, slots=True, eq=False)
class ForwardScene:
    """What stays the same for a run: the schemes' laws, their passes, and what is expected of wide layers.

    `heights` holds the histogram of each scheme's weights of layer 1 as a density, over every `joined`-th of its edges.
    `extent` is the range of the activations' ridges; that of gradients is −FAR … FAR.
    """

    course: Course
    schemes: tuple[SchemeScene, ...]
    passes: tuple[Pass, ...]
    theories: tuple[Theory, ...]
    heights: tuple[Array, ...]
    joined: int
    reach: float
    extent: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class ForwardFrame:
    """What a step uncovers: `layer` is the one at hand, 0 at the start. `why` has one derivation for each scheme.

    Each scheme has verdicts on its signal and, on the way back, before them on its gradient.
    """

    step: int
    phase: Phase
    layer: int
    verdicts: tuple[Verdict, ...]
    why: tuple[Derivation, ...]


class ForwardSimulation:
    """A batch through depth and back; see `engine.simulations.base.Simulation`."""

    def length(self, settings: InitializationSettings) -> int:
        """There and back again."""
        return 2 * settings.layers

    def start(self, settings: InitializationSettings, seed: int) -> ForwardState:
        """All is computed, nothing of it uncovered."""
        return ForwardState(Passes(settings, seed), 0)

    def advance(self, settings: InitializationSettings, state: ForwardState) -> ForwardState:
        """One layer further."""
        return ForwardState(state.passes, state.step + 1)

    def record(self, settings: InitializationSettings, state: ForwardState) -> Array:
        """For each scheme the standard deviation of a (forward) or of ∂L/∂a (back), and the share of zeros; NaN at 0."""
        phase, layer = place_of(state.step, settings.layers)
        if phase == "start":
            return np.full(2 * len(state.passes.all), np.nan)
        flows = [sent.gradients if phase == "backward" else sent.activations for sent in state.passes.all]
        return np.array([(flow.std[layer - 1], flow.zeros[layer - 1]) for flow in flows]).ravel()

    def scene(self, settings: InitializationSettings, seed: int) -> ForwardScene:
        """What is expected, and all that will be uncovered."""
        passes = Passes(settings, seed)
        course, n_in, n_out = passes.course, settings.n_in, settings.n_out
        schemes = tuple(scheme_scene(i, s, n_in, n_out) for i, s in enumerate(settings.initializers))
        widths = [bin_width(initializer, n_in, n_out) for initializer in settings.initializers]
        joined = joined_bins(n_in * n_out)
        return ForwardScene(
            course=course,
            schemes=schemes,
            passes=passes.all,
            theories=tuple(theory(initializer, course) for initializer in settings.initializers),
            heights=tuple(heights(p.layer_1, width, joined) for p, width in zip(passes.all, widths, strict=True)),
            joined=joined,
            reach=max(scheme.reach for scheme in schemes) or 1.0,
            extent=extent(course.activation),
        )

    def frame(self, settings: InitializationSettings, step: int, state: ForwardState, record: Array) -> ForwardFrame:
        """Verdicts and derivations at the layer at hand."""
        phase, layer = place_of(step, settings.layers)
        passed = settings.layers if phase == "backward" else layer
        verdicts: list[Verdict] = []
        why = []
        for place, (initializer, sent) in enumerate(zip(settings.initializers, state.passes.all, strict=True)):
            who = Subject(place, initializer.title)
            if phase == "backward":
                verdicts.append(gradient_verdict(who, state.passes.course, sent, layer))
            verdicts.append(signal_verdict(who, state.passes.course, sent, passed))
            why.append(sent_derivation(initializer, numbers_at(state.passes.course, sent, phase, layer)))
        return ForwardFrame(step, phase, layer, tuple(verdicts), tuple(why))


def course_of(settings: InitializationSettings, seed: int) -> Course:
    """What the settings send."""
    return Course(settings.n_in, settings.n_out, settings.layers, settings.batch, settings.activation, seed)


def place_of(step: int, layers: int) -> tuple[Phase, int]:
    """The phase of a step and the layer at hand."""
    if step == 0:
        return "start", 0
    return ("forward", step) if step <= layers else ("backward", 2 * layers + 1 - step)


def heights(weights: Array, width: float, joined: int) -> Array:
    """The histogram of weights over the finest bins of `width`, `joined` of them to a bar, as a density."""
    places = np.clip(np.floor(weights.ravel() / width).astype(np.intp) + HALF, 0, 2 * HALF - 1)
    counts = np.bincount(places, minlength=2 * HALF).reshape(-1, joined).sum(axis=1)
    return np.asarray(counts / (weights.size * joined * width))


def numbers_at(course: Course, sent: Pass, phase: Phase, layer: int) -> Sent:
    """The numbers of the layer at hand, of layer 1 at the start."""
    at = max(layer, 1) - 1
    backward = phase == "backward"
    squares = sent.activations.square
    return Sent(
        layer=at + 1,
        widths=course.shape(at + 1),
        activation=course.activation.title,
        rectifier=course.activation.kind == "relu",
        before=float(squares[at - 1]) if at else sent.input_square,
        z=float(sent.z_square[at]),
        after=float(squares[at]),
        slope=float(sent.slope_square[at]),
        gradient=float(sent.gradients.square[at]) if backward else None,
        below=float(sent.gradients.square[at - 1]) if backward and at else None,
    )
