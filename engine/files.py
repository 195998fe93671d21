"""Writing a file whole or not at all, and wording what the system says when that fails."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from engine.parameter import QT_TRANSLATE_NOOP

MESSAGES: dict[int, str] = {
    errno.ENOENT: QT_TRANSLATE_NOOP("engine", "there is no such file or folder"),
    errno.EISDIR: QT_TRANSLATE_NOOP("engine", "this is a folder, and a file is needed"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("engine", "a part of this path is not a folder"),
    errno.EACCES: QT_TRANSLATE_NOOP("engine", "reading or writing here is not permitted"),
    errno.EPERM: QT_TRANSLATE_NOOP("engine", "reading or writing here is not permitted"),
    errno.EROFS: QT_TRANSLATE_NOOP("engine", "this place can only be read"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("engine", "the disk is full"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("engine", "your share of the disk is full"),
    errno.EFBIG: QT_TRANSLATE_NOOP("engine", "the file would be larger than is allowed here"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("engine", "this name is too long"),
    errno.ELOOP: QT_TRANSLATE_NOOP("engine", "the links on this path lead in a circle"),
}


def sentence(error: OSError, translate: Callable[[str], str] = str) -> str:
    """What went wrong with which file: English, or in the words that `translate` gives for a text of `MESSAGES`."""
    text = MESSAGES.get(error.errno or 0)
    what = translate(text) if text else (error.strerror or str(error) or type(error).__name__)
    return f"{os.fsdecode(error.filename)}: {what}" if isinstance(error.filename, str | bytes) else what


def check_target(path: str | Path) -> None:
    """Raise the OSError that writing a file to `path` would end in, as far as that can be known before.

    Told apart: a folder where the file should be, a folder that is missing, and one, or a file, that is not writable.
    """
    if Path(path).is_dir():
        raise _error(errno.EISDIR, path)
    target = Path(os.path.realpath(path))
    if not target.parent.exists():
        raise _error(errno.ENOENT, Path(path).parent)
    if not target.parent.is_dir():
        raise _error(errno.ENOTDIR, path)
    if Path(path).exists():
        if not _permitted(path, os.W_OK):
            raise _error(errno.EACCES, path)
        if not Path(path).is_file():
            return
    if not _permitted(target.parent, os.W_OK | os.X_OK):
        raise _error(errno.EACCES, Path(path).parent)


def write_whole(path: str | Path, data: bytes) -> None:
    """Write `data` to `path` so that at any time either the old file or the whole new one stands there.

    It is written beside, brought to the disk, and renamed. A file that was there keeps its permissions; behind a
    symbolic link the file it leads to is replaced; a device or pipe is written to directly. Raises OSError with
    `path` as its file name; nothing is left over then.
    """
    check_target(path)
    try:
        if Path(path).exists() and not Path(path).is_file():
            Path(path).write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise _error(error.errno or errno.EIO, path) from error


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".kobai-{os.urandom(6).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_permissions(target, beside)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _take_permissions(old: Path, new: Path) -> None:
    """Give `new` the mode, and where that is allowed the owner, of `old`; some file systems know neither."""
    with contextlib.suppress(OSError):
        found = old.stat()
        new.chmod(stat.S_IMODE(found.st_mode))
        if (found.st_uid, found.st_gid) != (new.stat().st_uid, new.stat().st_gid):
            os.chown(new, found.st_uid, found.st_gid)


def _permitted(path: str | Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def _error(number: int, path: str | Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
