"""A against B: what the hand changes on which side, and that undo knows both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal
from engine.optimizers import SGD
from engine.parameter import replace_at
from engine.recipe import SidedEvent, default_recipe
from engine.schedules import Cosine
from engine.simulations.gradients import GradientsSettings, NetworkChoice, OnePass, Training
from gui.session import Session


@pytest.fixture
def sided(qapp: object) -> Iterator[Callable[..., Session]]:
    """Sessions that nobody lets work: here only recipes count."""
    made: list[Session] = []

    def make(comparing: bool = True, **settings: object) -> Session:
        recipe = default_recipe("gradients")
        a = replace(recipe.settings, **{"mode": OnePass(), **settings})
        session = Session(recipe.changed(settings=a, other=a.counterpart() if comparing else None))
        session.wake = lambda: None  # type: ignore[method-assign]
        made.append(session)
        return session

    yield make
    for session in made:
        session.close()


def both(session: Session) -> tuple[GradientsSettings, GradientsSettings]:
    a, b = session.recipe.settings, session.recipe.other
    assert isinstance(a, GradientsSettings)
    assert isinstance(b, GradientsSettings)
    return a, b


def edit(session: Session, path: str, value: object, done: bool = True, **options: object) -> None:
    base = session.settings_of(options.get("side", session.side))  # type: ignore[arg-type]
    session.edit(replace_at(base, path, value), path, done, **options)  # type: ignore[arg-type]


def test_real_networks_are_opened_side_by_side(sided: Callable[..., Session]) -> None:
    session = sided(comparing=False, mode=default_recipe("gradients").settings.mode)
    edit(session, "mode.kind", "one_pass")
    a, b = both(session)
    assert isinstance(a.network.activation, Sigmoid)
    assert b.network == NetworkChoice(ReLU(), HeNormal())
    assert (a.mode, a.depth) == (b.mode, b.depth)
    session.undo_stack.undo()
    assert session.recipe == default_recipe("gradients"), "one entry of undo"


def test_alike_chains_are_one(sided: Callable[..., Session]) -> None:
    session = sided()
    edit(session, "mode.kind", "chain")
    assert session.recipe.other is None
    session.compare(True)
    _, b = both(session)
    assert isinstance(b.activation, ReLU)
    edit(session, "mode.kind", "one_pass")
    edit(session, "mode.kind", "chain")
    assert session.comparing, "chains that differ stay two"


@pytest.mark.parametrize(("side", "depths"), [("a", (50, 20)), ("b", (20, 50)), ("both", (50, 50))])
def test_the_hand_changes_the_active_side(sided: Callable[..., Session], side: str, depths: tuple[int, int]) -> None:
    session = sided()
    session.set_side(side)  # type: ignore[arg-type]
    edit(session, "depth", 50)
    assert tuple(s.depth for s in both(session)) == depths
    session.undo_stack.undo()
    assert tuple(s.depth for s in both(session)) == (20, 20)


def test_both_get_a_value_and_keep_the_rest(sided: Callable[..., Session]) -> None:
    session = sided()
    edit(session, "network.batch_norm", True)
    a, b = both(session)
    assert a.network == replace(NetworkChoice(), batch_norm=True)
    assert b.network == replace(NetworkChoice(ReLU(), HeNormal()), batch_norm=True)


def test_both_get_what_a_new_rule_asks_for(sided: Callable[..., Session]) -> None:
    session = sided(mode=Training())
    session.edit(replace(both(session)[0], schedule=Cosine(total_steps=600)), "schedule.kind", True)
    assert [s.schedule for s in both(session)] == [Cosine(total_steps=600)] * 2


def test_what_has_no_place_on_the_other_side_is_left_alone_there(sided: Callable[..., Session]) -> None:
    session = sided()
    edit(session, "optimizer", SGD(learning_rate=0.01), side="b")
    edit(session, "optimizer.beta1", 0.5)
    a, b = both(session)
    assert a.optimizer.beta1 == 0.5  # type: ignore[attr-defined]
    assert b.optimizer == SGD(learning_rate=0.01)


@pytest.mark.parametrize("side", ["a", "b", "both"])
def test_what_both_must_share_they_share(sided: Callable[..., Session], side: str) -> None:
    session = sided()
    session.set_side(side)  # type: ignore[arg-type]
    edit(session, "mode.kind", "training")
    edit(session, "steps", 77)
    assert [(s.mode, s.steps) for s in both(session)] == [(Training(), 77)] * 2


def test_one_gesture_on_one_side_is_one_entry(sided: Callable[..., Session]) -> None:
    session = sided()
    for depth in (30, 40, 50):
        edit(session, "depth", depth, done=depth == 50, side="b")
    edit(session, "depth", 60, side="a")
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert tuple(s.depth for s in both(session)) == (20, 20)


def test_copy_and_swap(sided: Callable[..., Session]) -> None:
    session = sided()
    a, b = both(session)
    session.swap()
    assert both(session) == (b, a)
    session.copy_to_other()
    assert both(session) == (b, b)
    session.undo_stack.undo()
    session.set_side("b")
    session.copy_to_other()
    assert both(session) == (a, a)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert both(session) == (a, b)


def test_a_comparison_ends_and_begins(sided: Callable[..., Session]) -> None:
    session = sided()
    session.set_side("b")
    told: list[str] = []
    session.side_changed.connect(told.append)
    session.compare(False)
    assert not session.comparing
    assert session.side == "a"
    session.compare(True)
    assert told == ["a", "b"]
    assert both(session)[1] == both(session)[0].counterpart()


def test_changes_on_the_way_belong_to_a_side(sided: Callable[..., Session]) -> None:
    session = sided(mode=Training(), steps=50)
    session.target = 20
    session.from_here = True
    edit(session, "optimizer.learning_rate", 0.1, side="b")
    edit(session, "optimizer.learning_rate", 0.2, side="b")
    assert session.recipe.events == (SidedEvent(20, "other", {"optimizer.learning_rate": 0.2}),)
    edit(session, "network.residual", True, side="b")
    assert both(session)[1].network.residual, "what cannot change on the way changes from the start"
    session.swap()
    assert session.recipe.events[0].side == "settings"
    session.copy_to_other()
    assert [event.side for event in session.recipe.events] == ["settings", "other"]
    session.remove_event(0)
    assert [event.side for event in session.recipe.events] == ["other"]
    session.compare(False)
    assert session.recipe.events == ()
    for _ in range(5):
        session.undo_stack.undo()
    assert session.recipe.events == (SidedEvent(20, "other", {"optimizer.learning_rate": 0.2}),)


def test_from_here_on_a_rule_may_change_too(sided: Callable[..., Session]) -> None:
    session = sided(mode=Training(), comparing=False)
    session.target = 20
    session.from_here = True
    edit(session, "optimizer.kind", "sgd")
    edit(session, "optimizer.learning_rate", 0.5)
    assert session.shown_settings().optimizer == SGD(learning_rate=0.5)  # type: ignore[attr-defined]
    session.target = 10
    assert session.shown_settings() == session.recipe.settings


def test_the_tanh_of_b_is_not_the_business_of_a(sided: Callable[..., Session]) -> None:
    session = sided()
    edit(session, "network.activation", Tanh(), side="b")
    a, b = both(session)
    assert (a.network.activation, b.network.activation) == (Sigmoid(), Tanh())
