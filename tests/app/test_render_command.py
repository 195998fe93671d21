"""`kobai render`: what it draws, what can be asked of it, and files that it cannot read or write."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.recipe import default_recipe
from tests.app.command import PNG_SIGNATURE, Outcome, assert_refused, process, recipe_data
from tests.privileges import unprivileged

# -- the picture -------------------------------------------------------------------------------------------------------


def test_render_draws_a_picture_of_size_times_scale(kobai: Callable[..., Outcome], race: Path) -> None:
    out = race.with_suffix(".png")
    assert kobai("render", race, "-o", out, "--size", "800x600", "--scale", "1.5") == Outcome(0, "", "")
    data = out.read_bytes()
    assert data.startswith(PNG_SIGNATURE)
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1200, 900)
    assert sorted(path.name for path in race.parent.iterdir()) == ["race.json", "race.png"]


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_picture_is_drawn_again_from_the_recipe_it_carries(
    kobai: Callable[..., Outcome], race: Path, suffix: str
) -> None:
    first, second = race.with_name(f"first{suffix}"), race.with_name(f"second{suffix}")
    assert kobai("render", race, "-o", first, "--step", "12") == Outcome(0, "", "")
    assert kobai("render", first, "-o", second) == Outcome(0, "", "")
    assert second.read_bytes() == first.read_bytes()


def test_a_picture_without_a_recipe_is_told(kobai: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PNG_SIGNATURE + b"\0" * 100)
    assert_refused(kobai(tmp_path / "photo.png"), 2, "photo.png: ", "a picture that Kobai made")


def test_render_needs_no_display_whatever_the_environment_says(race: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = process(
        "render", race, "-o", race.with_suffix(".svg"), env=environment | {"DISPLAY": ":77", "QT_QPA_PLATFORM": "xcb"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "<svg" in race.with_suffix(".svg").read_text(encoding="utf-8")


def test_the_options_reach_the_picture(kobai: Callable[..., Outcome], race: Path, drawn: list[Any]) -> None:
    look = ("--theme", "dark", "--language", "ja", "--size", "900x700", "--scale", "2", "--step", "12")
    assert kobai("render", race, "-o", race.with_suffix(".PNG"), *look).status == 0
    recipe, out, given = drawn[0]
    assert recipe.step == 12
    assert out == race.with_suffix(".PNG")
    assert given == {"size": (900, 700), "scale": 2.0, "theme": "dark", "language": "ja"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("racers.4.optimizer.learning_rate=0.5", lambda r: r.settings.racers[4].optimizer.learning_rate == 0.5),
        (
            "settings.racers.4.optimizer.learning_rate=0.5",
            lambda r: r.settings.racers[4].optimizer.learning_rate == 0.5,
        ),
        ("start=[1, -2]", lambda r: r.settings.start == (1.0, -2.0)),
        ("start.1=3", lambda r: r.settings.start == (-7.0, 3.0)),
        ("racers.0.name=A=B", lambda r: r.settings.racers[0].name == "A=B"),
        ("racers.0.name=5", lambda r: r.settings.racers[0].name == "5"),
        ('racers.0.name="5"', lambda r: r.settings.racers[0].name == "5"),
        ("racers.0.optimizer.kind=adam", lambda r: r.settings.racers[0].optimizer.kind == "adam"),
        ('racers=[{"optimizer": {"kind": "adam"}}]', lambda r: len(r.settings.racers) == 1),
        ("seed=7", lambda r: r.seed == 7),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_set_changes_what_is_drawn(
    kobai: Callable[..., Outcome], race: Path, drawn: list[Any], change: str, found: Callable[[Any], bool]
) -> None:
    assert kobai("render", race, "-o", race.with_suffix(".png"), "--set", change).status == 0
    assert found(drawn[0][0])


def test_several_changes_are_made_in_order_before_the_step_is_checked(
    kobai: Callable[..., Outcome], race: Path, drawn: list[Any]
) -> None:
    changes = (
        "--set",
        "steps=50",
        "--set",
        "racers.0.optimizer.kind=momentum",
        "--set",
        "racers.0.optimizer.momentum=0.5",
    )
    assert kobai("render", race, "-o", race.with_suffix(".png"), *changes, "--step", "45").status == 0
    recipe = drawn[0][0]
    assert (recipe.step, recipe.settings.steps, recipe.settings.racers[0].optimizer.momentum) == (45, 50, 0.5)


def test_b_is_reached_by_its_name(kobai: Callable[..., Outcome], race: Path, drawn: list[Any]) -> None:
    data = recipe_data()
    race.write_text(json.dumps(data | {"other": data["settings"]}), encoding="utf-8")
    assert kobai("render", race, "-o", race.with_suffix(".png"), "--set", "other.steps=10").status == 0
    assert (drawn[0][0].settings.steps, drawn[0][0].other.steps) == (30, 10)


# -- files that cannot be read or written ------------------------------------------------------------------------------


def test_a_missing_file(kobai: Callable[..., Outcome], tmp_path: Path) -> None:
    for arguments in ([tmp_path / "no.json"], ["render", tmp_path / "no.json", "-o", tmp_path / "a.png"]):
        assert_refused(kobai(*arguments), 2, "no.json: there is no such file")


def test_a_folder_for_a_file(kobai: Callable[..., Outcome], tmp_path: Path) -> None:
    assert_refused(kobai("render", tmp_path, "-o", tmp_path / "a.png"), 2, "this is a folder")


def test_a_file_that_may_not_be_read(kobai: Callable[..., Outcome]) -> None:
    kobai("render", "--help")  # what it loads may lie where only root can read
    with unprivileged() as folder:
        (folder / "race.json").touch(mode=0)
        outcome = kobai("render", folder / "race.json", "-o", folder / "race.png")
    assert_refused(outcome, 2, "race.json: ", "not permitted")


def test_a_file_behind_a_circle_of_links(kobai: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
    (tmp_path / "b.json").symlink_to(tmp_path / "a.json")
    assert_refused(kobai(tmp_path / "a.json"), 2, "a.json: ", "circle")


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("folder.png", "this is a folder"),
        ("missing/a.png", "missing: there is no such"),
        ("race.json/a.png", "not a folder"),
        ("n" * 300 + ".png", "too long"),
    ],
)
def test_a_place_where_no_picture_can_be_written(
    kobai: Callable[..., Outcome], race: Path, drawn: list[Any], out: str, told: str
) -> None:
    (race.parent / "folder.png").mkdir()
    assert_refused(kobai("render", race, "-o", race.parent / out), 1, told)
    assert drawn == [], "what cannot be written was drawn all the same"
    assert sorted(path.name for path in race.parent.iterdir()) == ["folder.png", "race.json"]


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o700), (0o600, 0o500)], ids=["file", "folder"])
def test_a_place_that_may_only_be_read(
    kobai: Callable[..., Outcome], race: Path, drawn: list[Any], file: int, folder: int
) -> None:
    kobai("render", race, "-o", race.with_suffix(".png"))  # what it loads may lie where only root can read
    with unprivileged() as place:
        (place / "race.json").write_text(default_recipe("race").to_json(), encoding="utf-8")
        (place / "a.png").write_bytes(b"old")
        (place / "a.png").chmod(file)
        place.chmod(folder)
        outcome = kobai("render", place / "race.json", "-o", place / "a.png")
        assert (place / "a.png").read_bytes() == b"old"
    assert_refused(outcome, 1, "not permitted")
    assert len(drawn) == 1, "what cannot be written was drawn all the same"


def test_a_picture_that_grows_too_large_leaves_the_old_one(kobai: Callable[..., Outcome], race: Path) -> None:
    out = race.with_suffix(".png")
    out.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        outcome = kobai("render", race, "-o", out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert_refused(outcome, 1, "race.png: ")
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in race.parent.iterdir()) == ["race.json", "race.png"]


def test_a_full_disk_is_told_and_left_as_it_was(kobai: Callable[..., Outcome], race: Path) -> None:
    disk = race.parent / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "kobai", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk to fill")
    try:
        assert_refused(kobai("render", race, "-o", disk / "a.png"), 1, "a.png: the disk is full")
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)
