"""Initialization, mode weights: the draw, its running moments and histogram, what chance allows, verdicts, derivations."""

from __future__ import annotations

import dataclasses
import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, Orthogonal, XavierNormal, Zeros
from engine.parameter import SettingsError, parameters, read, write
from engine.simulations import SIMULATIONS
from engine.simulations.initialization import (
    CHAPTER_SCHEMES,
    INITIALIZATION_MODES,
    InitializationSettings,
    Scheme,
    Weights,
)
from engine.simulations.initialization_chance import chance
from engine.simulations.initialization_weights import (
    HALF,
    JOINED,
    WeightsFrame,
    WeightsState,
    bin_width,
    joined_bins,
    law_end,
    law_of,
    relative_bands,
    relative_curves,
    scheme_scene,
)
from engine.timeline import Timeline, weigh

SIMULATION = Weights.simulation
KINDS = sorted(INITIALIZERS)


def with_kinds(*kinds: str, n_in: int = 100, n_out: int = 50) -> InitializationSettings:
    schemes = tuple(Scheme(initializer=INITIALIZERS[kind](), colour=i) for i, kind in enumerate(kinds))
    return InitializationSettings(n_in=n_in, n_out=n_out, schemes=schemes)


def after(settings: InitializationSettings, rows: int, seed: int = 0) -> WeightsState:
    state = SIMULATION.start(settings, seed)
    for _ in range(rows):
        state = SIMULATION.advance(settings, state)
    return state


def frame_after(settings: InitializationSettings, rows: int, seed: int = 0) -> WeightsFrame:
    timeline = Timeline(SIMULATIONS["initialization"].simulation, settings, seed)
    timeline.seek(rows)
    return timeline.frame()


# -- settings ---------------------------------------------------------------------------------------------------------


def test_the_chapters_four_schemes_come_first() -> None:
    found = InitializationSettings()
    assert [scheme.initializer for scheme in found.schemes] == [Zeros(), Normal(), XavierNormal(), HeNormal()]
    assert [scheme.colour for scheme in found.schemes] == [0, 1, 2, 3]
    assert (found.n_in, found.n_out) == (100, 50)
    assert found.initializers[1].std(1, 1) == 0.01


def test_the_tab_holds_its_modes_and_finds_their_simulations() -> None:
    assert list(INITIALIZATION_MODES) == ["weights", "forward", "training"]
    tab = SIMULATIONS["initialization"]
    assert tab.settings is InitializationSettings
    assert tab.simulation(InitializationSettings()) is Weights.simulation
    assert next(iter(parameters(InitializationSettings))) == "mode"


def test_settings_are_read_as_they_are_written() -> None:
    found = with_kinds("orthogonal", "he_uniform", n_in=7, n_out=1000)
    assert read(InitializationSettings, write(found)) == found


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"n_in": 0}, "n_in"),
        ({"n_in": 1001}, "n_in"),
        ({"n_out": 0}, "n_out"),
        ({"n_out": 10.5}, "n_out"),
        ({"schemes": ()}, "schemes"),
        ({"schemes": (*CHAPTER_SCHEMES, Scheme())}, "schemes"),
    ],
)
def test_settings_outside_the_limits_are_refused(change: dict[str, object], path: str) -> None:
    with pytest.raises(SettingsError) as caught:
        dataclasses.replace(InitializationSettings(), **change)
    assert caught.value.path == path


# -- the draw ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_scheme_draws_what_its_initializer_draws(kind: str) -> None:
    weights = after(with_kinds(kind, "zeros", n_in=12, n_out=5), 0, seed=3).draw.weights
    assert np.array_equal(weights[0], INITIALIZERS[kind]()(np.random.default_rng(3), 12, 5))


def test_normal_schemes_scale_the_same_numbers_bit_for_bit() -> None:
    draw = np.random.default_rng(5).standard_normal((100, 50))
    zeros, normal, xavier, he = after(InitializationSettings(), 0, seed=5).draw.weights
    assert np.array_equal(normal, draw * 0.01)
    assert np.array_equal(xavier, draw * math.sqrt(2 / 150))
    assert np.array_equal(he, draw * math.sqrt(2 / 100))
    assert not zeros.any()


def test_the_draw_depends_on_the_seed_alone() -> None:
    first, again, other = (after(InitializationSettings(), 0, seed).draw.weights for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    removed = with_kinds("he_normal")
    assert np.array_equal(after(removed, 0, 1).draw.weights[0], first[3])


def test_a_state_is_never_altered_and_shares_the_draw() -> None:
    settings = InitializationSettings()
    state = after(settings, 10)
    before = (state.mean.copy(), state.squares.copy(), state.counts.copy())
    later = SIMULATION.advance(settings, state)
    assert all(np.array_equal(a, b) for a, b in zip(before, (state.mean, state.squares, state.counts), strict=True))
    assert later.draw is state.draw
    with pytest.raises(ValueError, match="read-only"):
        state.draw.weights[0, 0, 0] = 1.0


def test_a_timeline_does_not_weigh_the_shared_draw() -> None:
    assert weigh(after(with_kinds(*["he_normal"] * 4, n_in=1000, n_out=1000), 1)) < 20_000


# -- running moments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("n_in", "n_out"), [(100, 50), (1, 1), (1, 40), (40, 1), (7, 300)])
def test_running_moments_agree_with_numpy(kind: str, n_in: int, n_out: int) -> None:
    settings = with_kinds(kind, n_in=n_in, n_out=n_out)
    state = SIMULATION.start(settings, 4)
    for rows in range(1, n_in + 1):
        state = SIMULATION.advance(settings, state)
        drawn = state.draw.weights[0, :rows]
        mean, std = SIMULATION.record(settings, state)
        assert mean == pytest.approx(np.mean(drawn), abs=1e-12 * drawn.std() + 1e-16)
        assert std == pytest.approx(np.std(drawn), rel=1e-12, abs=1e-16)


def test_a_million_weights_far_from_one_agree_with_numpy() -> None:
    settings = InitializationSettings(n_in=1000, n_out=1000, schemes=(Scheme(initializer=Normal(sigma=10.0)),))
    state = after(settings, 1000)
    mean, std = SIMULATION.record(settings, state)
    assert mean == pytest.approx(np.mean(state.draw.weights[0]), abs=1e-12)
    assert std == pytest.approx(np.std(state.draw.weights[0]), rel=1e-12)


def test_the_record_begins_with_nothing_and_zeros_stay_zero() -> None:
    settings = InitializationSettings(n_in=3, n_out=2)
    timeline = Timeline(SIMULATIONS["initialization"].simulation, settings)
    timeline.seek(3)
    assert timeline.length == 3
    assert timeline.record.shape == (4, 8)
    assert np.isnan(timeline.record[0]).all()
    assert np.array_equal(timeline.record[1:, :2], np.zeros((3, 2)))
    assert np.isfinite(timeline.record[1:]).all()


def test_expected_values_are_those_of_the_chapter() -> None:
    scene = SIMULATION.scene(InitializationSettings(), 0)
    assert [f"{scheme.std:.4f}" for scheme in scene.schemes] == ["0.0000", "0.0100", "0.1155", "0.1414"]
    frame = frame_after(InitializationSettings(), 100)
    for scheme, mean, std in zip(scene.schemes, frame.mean, frame.std, strict=True):
        assert mean == pytest.approx(0, abs=4 * scheme.std / math.sqrt(5000))
        assert std == pytest.approx(scheme.std, abs=4 * scheme.std / math.sqrt(10_000))


def test_any_step_in_any_order_is_the_same_bit_for_bit() -> None:
    settings = with_kinds("orthogonal", "xavier_uniform", "he_normal", n_in=60, n_out=9)
    straight = [frame_after(settings, step) for step in range(61)]
    timeline = Timeline(SIMULATIONS["initialization"].simulation, settings, memory=1)
    for step in (60, 0, 33, 34, 7, 59, 1):
        timeline.seek(step)
        frame = timeline.frame()
        for name in ("mean", "std", "mean_score", "std_score", "heights"):
            assert np.array_equal(getattr(frame, name), getattr(straight[step], name), equal_nan=True)
        assert frame.verdicts == straight[step].verdicts


# -- histogram --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("n_in", "n_out"), [(40, 25), (1, 1), (2, 2), (3, 1), (300, 300)])
def test_the_histogram_is_that_of_numpy_and_its_area_is_one(kind: str, n_in: int, n_out: int) -> None:
    settings = with_kinds(kind, n_in=n_in, n_out=n_out)
    scheme = SIMULATION.scene(settings, 0).schemes[0]
    for rows in {1, n_in}:
        frame = frame_after(settings, rows)
        edges = scheme.edges[:: frame.joined]
        drawn = frame.weights[0, :rows]
        assert np.abs(drawn).max() <= edges[-1]
        expected, _ = np.histogram(drawn, bins=edges)
        np.testing.assert_allclose(frame.heights[0] * np.diff(edges) * drawn.size, expected, rtol=1e-12, atol=1e-9)
        assert np.sum(frame.heights[0] * np.diff(edges)) == pytest.approx(1.0, rel=1e-12)


def test_schemes_of_one_family_have_the_same_counts() -> None:
    counts = after(InitializationSettings(), 100).counts
    assert np.array_equal(counts[1], counts[2])
    assert np.array_equal(counts[1], counts[3])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "zeros"])
def test_the_histogram_tends_to_the_density(kind: str) -> None:
    settings = with_kinds(kind, n_in=1000, n_out=300)
    frame, scheme = frame_after(settings, 1000), SIMULATION.scene(settings, 0).schemes[0]
    edges = scheme.edges[:: frame.joined]
    middles = (edges[1:] + edges[:-1]) / 2
    density = INITIALIZERS[kind]().density(middles, 1000, 300)
    assert density is not None
    error = np.sqrt(density / (300_000 * np.diff(edges)))
    assert np.all(np.abs(frame.heights[0] - density) <= 5 * error + 0.01 * density.max())


def test_few_weights_are_shown_in_wide_bars() -> None:
    joined = [joined_bins(count) for count in (0, 1, 50, 400, 5000, 10**6)]
    assert joined == sorted(joined, reverse=True)
    assert set(joined) == set(JOINED)
    assert joined_bins(5000) == 2


def test_no_bar_reaches_across_the_end_of_a_bounded_law() -> None:
    assert law_end(INITIALIZERS["he_uniform"](), 6, 3) == pytest.approx(1.0, rel=1e-12)
    assert law_end(Orthogonal(), 2, 2) == pytest.approx(1.0, rel=1e-12)
    assert law_end(Orthogonal(), 100, 2) == math.inf
    assert law_end(HeNormal(), 6, 3) == math.inf
    assert law_end(Zeros(), 6, 3) == 0.0
    for joined in JOINED:
        edges = bin_width(INITIALIZERS["he_uniform"](), 6, 3) * np.arange(-HALF, HALF + 1)[::joined]
        assert np.abs(edges - 1.0).min() == pytest.approx(0, abs=1e-9)


def test_the_axes_of_all_schemes_together_are_those_of_the_widest() -> None:
    scene = SIMULATION.scene(InitializationSettings(), 0)
    assert scene.reach == scene.schemes[3].reach == pytest.approx(4 * math.sqrt(0.02))
    assert scene.level == scene.schemes[3].level == pytest.approx(3 * math.sqrt(0.02))
    assert SIMULATION.scene(with_kinds("zeros"), 0).reach == 1.0


@pytest.mark.parametrize("kind", KINDS)
def test_bars_stay_below_the_top_of_the_axis(kind: str) -> None:
    settings = with_kinds(kind)
    scheme = SIMULATION.scene(settings, 0).schemes[0]
    if scheme.std:
        assert max(frame_after(settings, 100, seed).heights.max() for seed in range(20)) < scheme.top


def test_the_law_holds_the_numbers_of_its_settings() -> None:
    assert law_of(Normal()) == "N(0, 0.01)"
    assert law_of(Normal(sigma=2.5)) == "N(0, 2.5)"
    assert law_of(HeNormal()) == r"N(0, \sqrt{2 / n_{in}})"
    assert law_of(Zeros()) == "W = 0"


# -- chance -----------------------------------------------------------------------------------------------------------


def test_standard_errors_for_many_weights_are_the_textbooks() -> None:
    rows = np.array([100.0])
    for kind, std_share in (("he_normal", 2.0), ("he_uniform", 5.0)):
        found = chance(INITIALIZERS[kind](), rows, 100, 50)
        sigma = math.sqrt(2 / 100)
        assert found.mean_error[0] == pytest.approx(sigma / math.sqrt(5000), rel=1e-12)
        assert found.std_error[0] == pytest.approx(sigma / math.sqrt(std_share * 5000), rel=1e-3)
        assert found.std_center[0] == pytest.approx(sigma, rel=2e-4)


def test_the_standard_error_of_few_normal_weights_is_near_the_exact_one() -> None:
    for count in (2, 10, 50):
        center = math.sqrt(2 / count) * math.exp(math.lgamma(count / 2) - math.lgamma((count - 1) / 2))
        error = math.sqrt(1 - 1 / count - center**2)
        found = chance(Normal(sigma=1.0), np.array([1.0]), 1, count)
        assert found.std_center[0] == pytest.approx(center, rel=0.07 if count == 2 else 0.002)
        assert found.std_error[0] == pytest.approx(error, rel=0.18 if count == 2 else 0.02)


@pytest.mark.parametrize("kind", ["normal", "xavier_normal", "he_uniform", "orthogonal"])
@pytest.mark.parametrize(
    ("n_in", "n_out", "rows"), [(100, 50, 100), (100, 50, 30), (30, 60, 12), (20, 20, 20), (40, 1, 40)]
)
def test_scores_over_seeds_spread_as_standard_errors_say(kind: str, n_in: int, n_out: int, rows: int) -> None:
    initializer = INITIALIZERS[kind]()
    expected = chance(initializer, np.full(1000, float(rows)), n_in, n_out)
    drawn = [initializer(np.random.default_rng(seed), n_in, n_out)[:rows] for seed in range(1000)]
    means, stds = np.array([w.mean() for w in drawn]), np.array([w.std() for w in drawn])
    for scores in expected.scores(means, stds):
        assert abs(scores.mean()) < 0.11  # 3.5 standard errors of a thousand
        assert 0.9 < scores.std() < 1.1


def test_the_simulation_scores_its_draws_so() -> None:
    settings = with_kinds("he_normal", "he_uniform", n_in=20, n_out=10)
    frames = [frame_after(settings, 20, seed) for seed in range(300)]
    for name in ("mean_score", "std_score"):
        scores = np.array([getattr(frame, name) for frame in frames])
        assert np.all((scores.std(axis=0) > 0.9) & (scores.std(axis=0) < 1.1))
        assert np.all(np.abs(scores.mean(axis=0)) < 0.2)


def test_one_weight_has_a_mean_by_chance_and_no_spread() -> None:
    frame = frame_after(with_kinds("he_normal", n_in=1, n_out=1), 1)
    assert frame.std[0] == frame.std_score[0] == 0
    assert frame.mean_score[0] == pytest.approx(np.random.default_rng(0).standard_normal())


def test_zeros_leave_nothing_to_chance() -> None:
    frame = frame_after(with_kinds("zeros"), 100)
    assert frame.mean_score[0] == frame.std_score[0] == 0
    found = chance(Zeros(), np.arange(1.0, 4.0), 3, 2)
    assert not found.mean_error.any()
    assert not found.std_error.any()


def test_curves_of_one_family_coincide_in_their_own_unit() -> None:
    settings = InitializationSettings()
    timeline = Timeline(SIMULATIONS["initialization"].simulation, settings)
    timeline.seek(100)
    for curves in relative_curves(timeline.scene, timeline.record):
        assert curves.shape == (4, 101)
        assert np.isnan(curves[0]).all()
        np.testing.assert_allclose(curves[1, 1:], curves[3, 1:], rtol=1e-9, atol=1e-12)
    families = [scheme.family for scheme in timeline.scene.schemes]
    assert families[0] is None
    assert len(set(families[1:])) == 1


def test_bands_shrink_and_hold_95_of_100_draws() -> None:
    settings = with_kinds("xavier_normal", n_in=50, n_out=20)
    scheme = SIMULATION.scene(settings, 0).schemes[0]
    mean_band, std_band = relative_bands(scheme)
    for band in (mean_band, std_band):
        assert band.shape == (2, 50)
        assert np.all(np.diff(band[1] - band[0]) < 0)
    inside = 0
    for seed in range(400):
        frame = frame_after(settings, 25, seed)
        inside += bool(std_band[0, 24] <= frame.std[0] / scheme.std <= std_band[1, 24])
    assert 0.92 < inside / 400 < 0.98


# -- every control to both ends ---------------------------------------------------------------------------------------


def every_extreme(kind: str) -> list[Initializer]:
    """The scheme with each of its numbers at both limits."""
    cls = INITIALIZERS[kind]
    found = [cls()]
    for name, declared in parameters(cls).items():
        found += [cls(**{name: end}) for end in (declared.low, declared.high)]
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("n_in", "n_out"), [(1, 1), (1, 1000), (1000, 1), (2, 2), (3, 1), (1000, 1000)])
def test_no_setting_that_is_allowed_warns_or_gives_nan(kind: str, n_in: int, n_out: int) -> None:
    for initializer in every_extreme(kind):
        settings = InitializationSettings(n_in=n_in, n_out=n_out, schemes=(Scheme(initializer=initializer),))
        scene = SIMULATION.scene(settings, 0)
        state = SIMULATION.start(settings, 0)
        steps = {1, 2, n_in // 2, n_in}
        with np.errstate(all="raise", under="ignore"):
            for step in range(1, n_in + 1):
                state = SIMULATION.advance(settings, state)
                if step in steps:
                    check(SIMULATION.frame(settings, step, state, np.empty((0, 0))), scene.schemes[0].top)
        assert np.isfinite(relative_bands(scene.schemes[0])).all()
        assert scene.reach > 0
        assert scene.level > 0


def check(frame: WeightsFrame, top: float) -> None:
    for values in (frame.mean, frame.std, frame.mean_score, frame.std_score, frame.heights):
        assert np.isfinite(values).all()
    assert math.isfinite(top)
    assert top > 0
    for verdict in frame.verdicts:
        said = f"{verdict.title} {verdict.text}".format(**verdict.values())
        assert not re.search(r"\b(nan|inf)\b|[{}]", said)


def test_a_scene_needs_no_seed() -> None:
    first, second = (scheme_scene(0, HeNormal(), 10, 5) for _ in range(2))
    assert first.std == second.std
    assert first.verdict == second.verdict


@settings(max_examples=40, deadline=None)
@given(
    n_in=st.integers(1, 40),
    n_out=st.integers(1, 40),
    seed=st.integers(0, 2**63 - 1),
    kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=4),
)
def test_any_small_run_ends_with_the_whole_matrix(n_in: int, n_out: int, seed: int, kinds: list[str]) -> None:
    chosen = with_kinds(*kinds, n_in=n_in, n_out=n_out)
    frame = frame_after(chosen, n_in, seed)
    assert frame.step == n_in
    np.testing.assert_allclose(frame.mean, frame.weights.mean(axis=(1, 2)), atol=1e-13)
    np.testing.assert_allclose(frame.std, frame.weights.std(axis=(1, 2)), rtol=1e-12, atol=1e-15)
