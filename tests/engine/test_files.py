"""Files are written whole or not at all, and what fails is told in one sentence."""

from __future__ import annotations

import errno
import os
import resource
import stat
from pathlib import Path

import pytest

from engine.files import MESSAGES, check_target, sentence, write_whole
from tests.privileges import unprivileged

OLD, NEW = b"old", b"new contents"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "there.txt").write_bytes(OLD)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["there.txt", "new.txt"])
def test_what_is_written_stands_there_and_nothing_else(folder: Path, name: str) -> None:
    write_whole(folder / name, NEW)
    assert (folder / name).read_bytes() == NEW
    assert names(folder) == sorted({"there.txt", name})


def test_a_new_file_has_the_usual_permissions(folder: Path) -> None:
    (folder / "usual").touch()
    write_whole(folder / "new", NEW)
    assert (folder / "new").stat().st_mode == (folder / "usual").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_that_was_there_keeps_its_permissions(folder: Path, mode: int) -> None:
    (folder / "there.txt").chmod(mode)
    write_whole(folder / "there.txt", NEW)
    assert stat.S_IMODE((folder / "there.txt").stat().st_mode) == mode


def test_a_link_stays_and_the_file_behind_it_is_replaced(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "far.txt").write_bytes(OLD)
    (folder / "link").symlink_to(Path("deep") / "far.txt")
    write_whole(folder / "link", NEW)
    assert (folder / "link").is_symlink()
    assert (folder / "deep" / "far.txt").read_bytes() == NEW
    assert names(folder / "deep") == ["far.txt"]


def test_a_pipe_is_written_to_and_stays_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(folder / "pipe", NEW)
    assert os.read(reader, 100) == NEW
    os.close(reader)
    assert (folder / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("path", "number", "told"),
    [
        (".", errno.EISDIR, "."),
        ("missing/new.txt", errno.ENOENT, "missing"),
        ("there.txt/new.txt", errno.ENOTDIR, "there.txt/new.txt"),
        ("n" * 300, errno.ENAMETOOLONG, "n" * 300),
    ],
)
def test_a_place_that_cannot_be_written_to(folder: Path, path: str, number: int, told: str) -> None:
    with pytest.raises(OSError, match=os.strerror(number)) as caught:
        write_whole(folder / path, NEW)
    assert caught.value.errno == number
    assert caught.value.filename == str(folder / told)
    assert names(folder) == ["there.txt"]
    assert (folder / "there.txt").read_bytes() == OLD


def test_a_file_that_may_only_be_read_is_not_replaced() -> None:
    with unprivileged() as folder:
        (folder / "kept").write_bytes(OLD)
        (folder / "kept").chmod(0o444)
        with pytest.raises(PermissionError):
            write_whole(folder / "kept", NEW)
        assert (folder / "kept").read_bytes() == OLD
        assert names(folder) == ["kept"]


def test_a_folder_that_may_only_be_read_is_told_before_any_work() -> None:
    with unprivileged() as folder:
        folder.chmod(0o555)
        with pytest.raises(PermissionError) as caught:
            check_target(folder / "new")
    assert caught.value.filename == str(folder)


def test_a_write_that_fails_in_the_middle_leaves_the_old_file_and_nothing_else(folder: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(OSError, match=os.strerror(errno.EFBIG)) as caught:
            write_whole(folder / "there.txt", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.filename == str(folder / "there.txt")
    assert names(folder) == ["there.txt"]
    assert (folder / "there.txt").read_bytes() == OLD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_told_and_stays_a_device() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as caught:
        write_whole("/dev/full", NEW)
    assert sentence(caught.value) == "/dev/full: the disk is full"
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("number", sorted(MESSAGES))
def test_every_message_is_a_sentence_about_the_file(number: int) -> None:
    error = OSError(number, os.strerror(number), "a/b.json")
    assert sentence(error) == f"a/b.json: {MESSAGES[number]}"
    assert sentence(error, str.upper) == f"a/b.json: {MESSAGES[number].upper()}"


def test_an_error_without_a_known_number_is_told_in_the_systems_words() -> None:
    assert sentence(OSError(errno.EIO, "Input/output error", b"a.json")) == "a.json: Input/output error"
    assert sentence(OSError("odd")) == "odd"
    assert sentence(OSError()) == "OSError"
