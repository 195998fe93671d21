"""The timeline: any step in any order as the straight run has it, at bounded memory, within a deadline."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pytest

from engine.optimizers import SGD, Adam
from engine.parameter import Settings, SettingsError, parameter, replace_at
from engine.schedules import ReduceOnPlateau
from engine.simulations.base import Array
from engine.simulations.race import Racer, RaceSettings
from engine.simulations.race_paths import PathsState
from engine.surfaces import Rosenbrock
from engine.timeline import LEAST_KEPT, MOST_KEPT, Event, Timeline, weigh

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Count(Settings):
    """A run that counts: each step adds `stride` to a block of numbers."""

    steps: int = parameter(200, "Steps", low=1, high=10**6)
    stride: float = parameter(1.0, "Stride", low=-10, high=10, live=True)
    size: int = parameter(10, "Size", low=1, high=10**6)
    growing: bool = parameter(False, "Growing")


class Counting:
    """Simulates `Count`; writes down every update and every state it was given."""

    def __init__(self) -> None:
        self.advanced: list[int] = []
        self.answers: Callable[[int], bool] = lambda step: True

    def length(self, settings: Count) -> int:
        return settings.steps

    def start(self, settings: Count, seed: int) -> tuple[int, Array]:
        return 0, np.full(settings.size, float(seed))

    def advance(self, settings: Count, state: tuple[int, Array]) -> tuple[int, Array] | None:
        step, block = state
        if not self.answers(step):
            return None
        self.advanced.append(step)
        if settings.growing:
            block = np.resize(block, block.size + 1000)
        return step + 1, block + settings.stride

    def record(self, settings: Count, state: tuple[int, Array]) -> Array:
        return np.array([state[0], state[1][0], settings.stride])

    def scene(self, settings: Count, seed: int) -> object:
        return object()

    def frame(self, settings: Count, step: int, state: tuple[int, Array], record: Array) -> dict[str, Any]:
        return {"step": step, "state": state, "record": record, "stride": settings.stride}


@pytest.fixture
def counting() -> Counting:
    return Counting()


def timeline_of(counting: Counting, settings: Count, **more: Any) -> Timeline:  # noqa: ANN401
    return Timeline(lambda _: counting, settings, **more)


def race(steps: int, **more: Any) -> RaceSettings:  # noqa: ANN401
    """A race in which everything that can be remembered is: two moments, a schedule that counts losses, noise."""
    racers = (
        Racer(name="Adam", optimizer=Adam(learning_rate=0.02)),
        Racer(name="SGD", optimizer=SGD(learning_rate=1e-4), schedule=ReduceOnPlateau(patience=200)),
    )
    return RaceSettings(**({"surface": Rosenbrock(), "racers": racers, "steps": steps, "noise": 0.3} | more))


def simulation_of(settings: RaceSettings) -> Any:  # noqa: ANN401
    return settings.mode.simulation


def straight(settings: RaceSettings, seed: int, wanted: set[int]) -> tuple[Array, dict[int, PathsState]]:
    """The run without a timeline: the whole record, and the states at the wanted steps."""
    simulation = simulation_of(settings)
    state = simulation.start(settings, seed)
    rows, states = [simulation.record(settings, state)], {0: state}
    for step in range(1, settings.steps + 1):
        state = simulation.advance(settings, state)
        rows.append(simulation.record(settings, state))
        if step in wanted:
            states[step] = state
    return np.array(rows), states


def same(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether two states are equal bit by bit."""
    if isinstance(one, np.ndarray):
        return bool(one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes())
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Settings):
        return one == other
    if hasattr(one, "__dataclass_fields__"):
        return type(one) is type(other) and all(
            same(getattr(one, f), getattr(other, f)) for f in one.__dataclass_fields__
        )
    return bool(one == other or (one != one and other != other))


# -- any step in any order --------------------------------------------------------------------------------------------


def test_a_thousand_random_steps_of_a_hundred_thousand() -> None:
    """Bit by bit as the straight run, in a memory that is never exceeded."""
    racer = Racer(optimizer=Adam(learning_rate=0.02), schedule=ReduceOnPlateau(patience=200))
    settings, memory = race(100_000, racers=(racer,)), 6 * MEGABYTE
    steps = np.random.default_rng(1).integers(0, settings.steps, 1000, endpoint=True).tolist()
    steps[:3] = [settings.steps, 0, settings.steps - 1]
    record, states = straight(settings, 11, set(steps))
    timeline = Timeline(simulation_of, settings, 11, memory=memory)
    timeline.seek(settings.steps)
    for step in steps:
        assert timeline.seek(step) == step
        assert same(timeline._state, states[step]), step
        assert timeline.held - timeline.record.nbytes <= memory * 1.1
        assert timeline.frame().step == step
    assert timeline.record.tobytes() == record.tobytes()
    assert timeline.reached == settings.steps


def test_the_memory_held_is_what_it_says() -> None:
    """Measured by the interpreter, not by the timeline's own estimate."""
    settings, memory = race(6_000), MEGABYTE
    tracemalloc.start()
    try:
        timeline = Timeline(simulation_of, settings, 3, memory=memory)
        before = tracemalloc.get_traced_memory()[0]
        rng = np.random.default_rng(2)
        most = 0
        for step in [settings.steps, *rng.integers(0, settings.steps, 20).tolist()]:
            timeline.seek(step)
            most = max(most, tracemalloc.get_traced_memory()[0])
        rows = timeline._rows.nbytes
    finally:
        tracemalloc.stop()
    assert most - before - rows < 1.25 * memory
    assert most - before - rows > 0.2 * memory, "and it is made use of"


def test_states_that_grow_heavier_stay_within_the_memory(counting: Counting) -> None:
    memory = 4 * MEGABYTE
    timeline = timeline_of(counting, Count(steps=300, growing=True), memory=memory)
    timeline.seek(300)
    held = {id(s): s[1].nbytes for s in [*timeline._checkpoints.values(), *timeline._stretch.values()]}
    # Heavier than ever thought of: at the last weighing, step 256, a state took 2 MB.
    assert len(timeline._checkpoints) <= LEAST_KEPT
    assert len(timeline._stretch) <= LEAST_KEPT
    assert sum(held.values()) <= 2 * LEAST_KEPT * 300 * 8000 * 1.05
    for step in (299, 150, 3):
        assert timeline.seek(step) == step
        assert timeline._state[0] == step


def test_light_states_are_not_all_kept(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=10_000, size=1))
    timeline.seek(10_000)
    assert len(timeline._checkpoints) <= MOST_KEPT
    assert len(timeline._stretch) <= MOST_KEPT


def test_the_record_is_kept_for_every_step_and_cannot_be_altered(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=1000), seed=5)
    timeline.seek(700)
    timeline.seek(20)
    assert timeline.record.shape == (701, 3)
    np.testing.assert_array_equal(timeline.record[:, 0], np.arange(701))
    np.testing.assert_array_equal(timeline.record[:, 1], 5 + np.arange(701))
    with pytest.raises(ValueError, match="read-only"):
        timeline.record[0, 0] = 9.0
    assert timeline.frame()["record"].shape == (21, 3)


def test_nothing_is_solved_twice_while_playing(counting: Counting) -> None:
    timeline = timeline_of(counting, Count())
    for step in range(201):
        timeline.seek(step)
    assert counting.advanced == list(range(200))


def test_stepping_back_looks_up_what_was_replayed(counting: Counting) -> None:
    """Of a run thinned to checkpoints, stepping back solves each stretch between them once."""
    timeline = timeline_of(counting, Count(steps=2000, size=1000), memory=100 * 8100 * 2)
    timeline.seek(2000)
    counting.advanced.clear()
    for step in range(2000, 1000, -1):
        assert timeline.seek(step) == step
        assert timeline._state[0] == step
    assert timeline.stride > 8
    assert len(counting.advanced) <= 1000
    assert len(set(counting.advanced)) == len(counting.advanced)


def test_a_short_hop_forward_does_not_go_back(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=2000, size=1000), memory=40 * 8100 * 2)
    timeline.seek(2000)
    timeline.seek(1001)
    counting.advanced.clear()
    timeline.seek(1003)
    assert len(counting.advanced) <= 2


@pytest.mark.parametrize(("asked", "given"), [(-5, 0), (0, 0), (200, 200), (201, 200), (10**9, 200)])
def test_a_step_outside_the_run_is_cut_to_its_ends(counting: Counting, asked: int, given: int) -> None:
    timeline = timeline_of(counting, Count())
    timeline.seek(100)
    assert timeline.seek(asked) == given
    assert timeline.frame()["step"] == given


def test_the_scene_is_made_once_and_only_when_asked_for(counting: Counting) -> None:
    timeline = timeline_of(counting, Count())
    assert timeline._scene is None
    assert timeline.scene is timeline.scene


# -- deadlines --------------------------------------------------------------------------------------------------------


def test_a_deadline_stops_on_the_way_and_the_next_call_goes_on(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=50))
    past = time.perf_counter() - 1
    seen = [timeline.seek(50, past) for _ in range(50)]
    assert seen == list(range(1, 51)), "one update at each call, however late it is"
    assert counting.advanced == list(range(50))


def test_a_deadline_holds_backwards_too(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=2000, size=1000), memory=20 * 8100 * 2)
    timeline.seek(2000)
    target, past, seen = 1999 - timeline.stride, time.perf_counter() - 1, []
    while not seen or seen[-1] != target:
        seen.append(timeline.seek(target, past))
        assert len(seen) <= timeline.stride + 1
    assert len(seen) > 1, "it did not arrive at once"
    assert seen == list(range(seen[0], target + 1)), "and did not go astray"
    assert timeline._state[0] == target


def test_a_deadline_is_kept(counting: Counting) -> None:
    timeline = timeline_of(counting, Count(steps=10**6, size=1000))
    start = time.perf_counter()
    step = timeline.seek(10**6, start + 0.02)
    assert 0 < step < 10**6
    assert time.perf_counter() - start < 0.2


def test_an_answer_that_is_awaited(counting: Counting) -> None:
    """`advance` gives None until another process has answered: no error, no waiting, and later it goes on."""
    timeline = timeline_of(counting, Count(steps=20))
    counting.answers = lambda step: step < 7
    assert timeline.seek(20) == 7
    assert timeline.seek(20) == 7
    assert timeline.reached == 7
    assert timeline.frame()["step"] == 7
    assert timeline.seek(3) == 3
    assert timeline.seek(20) == 7
    counting.answers = lambda step: True
    assert timeline.seek(20) == 20
    assert counting.advanced == list(range(20))


# -- changes from here on ---------------------------------------------------------------------------------------------


def test_events_act_from_their_step_on(counting: Counting) -> None:
    events = [Event(10, {"stride": 3.0}), Event(5, {"stride": 2.0}), Event(10, {"stride": 4.0})]
    timeline = timeline_of(counting, Count(steps=20), events=events)
    timeline.seek(20)
    strides = np.diff(timeline.record[:, 1])
    np.testing.assert_array_equal(strides, [1.0] * 5 + [2.0] * 5 + [4.0] * 10)
    assert [timeline.settings_at(k).stride for k in (0, 4, 5, 9, 10, 20)] == [1.0, 1.0, 2.0, 2.0, 4.0, 4.0]
    timeline.seek(7)
    assert timeline.frame()["stride"] == 2.0
    assert timeline.settings == Count(steps=20)


def test_an_event_before_the_first_step_and_at_the_last(counting: Counting) -> None:
    events = [Event(0, {"stride": 2.0}), Event(20, {"stride": 9.0})]
    timeline = timeline_of(counting, Count(steps=20), events=events)
    timeline.seek(20)
    assert timeline.record[-1, 1] == 40.0


@pytest.mark.parametrize("at", [0, 30, 60, 100])
def test_a_change_from_here_on_is_as_if_it_had_been_there_before(counting: Counting, at: int) -> None:
    timeline = timeline_of(counting, Count(steps=100))
    timeline.seek(60)
    event = timeline.from_here(at, {"stride": -1.5})
    assert event == Event(at, {"stride": -1.5})
    assert timeline.events == (event,)
    assert (timeline.step, timeline.reached) == (min(60, at), min(60, at))
    assert timeline.record.shape == (min(60, at) + 1, 3)
    timeline.seek(100)
    afresh = timeline_of(Counting(), Count(steps=100), events=[event])
    afresh.seek(100)
    assert timeline.record[:, :2].tobytes() == afresh.record[:, :2].tobytes()
    timeline.seek(37)
    afresh.seek(37)
    assert same(timeline._state, afresh._state)


def test_a_change_from_here_on_keeps_the_optimizers_state() -> None:
    settings = race(60)
    timeline = Timeline(simulation_of, settings, 4)
    timeline.seek(60)
    timeline.from_here(25, {"racers.0.optimizer.learning_rate": 0.005, "racers.0.optimizer.beta1": 0.5})
    timeline.seek(60)
    slower = replace_at(
        replace_at(settings, "racers.0.optimizer.learning_rate", 0.005), "racers.0.optimizer.beta1", 0.5
    )
    simulation = simulation_of(settings)
    state = simulation.start(settings, 4)
    for step in range(60):
        state = simulation.advance(settings if step < 25 else slower, state)
    assert same(timeline._state, state)


@pytest.mark.parametrize("step", [-1, 201])
def test_no_change_at_a_step_that_is_not_in_the_run(counting: Counting, step: int) -> None:
    timeline = timeline_of(counting, Count())
    with pytest.raises(ValueError, match=str(step)):
        timeline.from_here(step, {"stride": 2.0})
    assert timeline.events == ()


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [({"stride": 11}, "stride", "limits"), ({"steps": 5}, "steps", "not_live"), ({"stripe": 5}, "stripe", "path")],
)
def test_a_wrong_change_changes_nothing(counting: Counting, change: dict[str, object], path: str, code: str) -> None:
    timeline = timeline_of(counting, Count(), events=[Event(5, {"stride": 2.0})])
    timeline.seek(50)
    before = timeline.record.tobytes()
    with pytest.raises(SettingsError) as caught:
        timeline.from_here(20, change)
    assert (caught.value.path, caught.value.code) == (path, code)
    assert timeline.events == (Event(5, {"stride": 2.0}),)
    assert (timeline.step, timeline.reached, timeline.record.tobytes()) == (50, 50, before)
    assert timeline.seek(60) == 60
    assert timeline.settings_at(30).stride == 2.0


def test_many_events_cost_no_time(counting: Counting) -> None:
    """Which settings hold is looked up, not searched through."""
    events = [Event(step, {"stride": float(step % 7)}) for step in range(0, 20_000, 2)]
    timeline = timeline_of(counting, Count(steps=20_000, size=1), events=events)
    start = time.perf_counter()
    timeline.seek(20_000)
    assert time.perf_counter() - start < 3
    assert timeline.settings_at(19_999).stride == float(19_998 % 7)


# -- noise ------------------------------------------------------------------------------------------------------------


def test_noise_is_replayed_bit_by_bit() -> None:
    settings = race(400)
    one, other = (Timeline(simulation_of, settings, 9, memory=40_000) for _ in range(2))
    one.seek(400)
    assert one.stride > 1, "steps are replayed, not looked up"
    for step in (400, 399, 13, 250, 0, 251):
        one.seek(step)
        other.seek(step)
        assert same(one._state, other._state)
    assert one.record[:252].tobytes() == other.record[:252].tobytes()
    assert Timeline(simulation_of, settings, 10).seek(1) == 1


def test_another_seed_is_another_run_and_no_noise_needs_none() -> None:
    def record(seed: int, noise: float) -> bytes:
        timeline = Timeline(simulation_of, race(30, noise=noise), seed)
        timeline.seek(30)
        return timeline.record.tobytes()

    assert record(1, 0.3) != record(2, 0.3)
    assert record(1, 0.0) == record(2, 0.0)


# -- weighing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    title: ClassVar[str] = "not counted"
    left: Array
    right: tuple[Array, ...]


@pytest.mark.parametrize(
    ("value", "least"),
    [
        (np.zeros(1000), 8000),
        ((np.zeros(1000), [np.zeros(500)]), 12_000),
        ({"a": np.zeros(1000), "b": {"c": np.zeros(10)}}, 8080),
        (Pair(np.zeros(100), (np.zeros(100), np.zeros(100))), 2400),
        ("x" * 5000, 5000),
        (10**3000, 1200),
        (None, 1),
    ],
    ids=["array", "tuple", "dict", "dataclass", "text", "number", "nothing"],
)
def test_a_state_is_weighed_with_all_that_is_in_it(value: object, least: int) -> None:
    assert least <= weigh(value) <= 1.1 * least + 600


def test_settings_are_not_weighed_since_all_states_share_them() -> None:
    settings = race(10)
    assert weigh(settings) == 8
    state = simulation_of(settings).start(settings, 0)
    after = simulation_of(settings).advance(settings, state)
    assert weigh(after) == weigh(replace(after, last=replace(after.last, settings=race(99))))
