"""Collect the texts to translate and compile the translations; with `--check`, tell whether that is done.

Run by `make translations` and `make check`. Done means: collecting again changes nothing, every text is translated,
and compiling gives the committed file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from gui.commands import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = ("main.py", "engine", "gui")
TRANSLATED = [language for language in LANGUAGES if language != "en"]


def sources() -> list[str]:
    """The program's files, in an order that does not change."""
    found = [path for name in SOURCES for path in ((ROOT / name).rglob("*.py") if "." not in name else [ROOT / name])]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def collect(ts: Path) -> None:
    """Bring `ts` up to date: new texts in, vanished ones out, translations kept."""
    language = ts.stem.rpartition("_")[2]
    settings = ("-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language)
    _tool("pyside6-lupdate", *sources(), *settings, "-ts", str(ts))


def compile_(ts: Path, qm: Path) -> None:
    """Make the file that Qt loads."""
    _tool("pyside6-lrelease", str(ts), "-qm", str(qm))


def untranslated(ts: Path) -> list[str]:
    """The texts in `ts` that have no finished translation."""
    missing = []
    for message in ET.parse(ts).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None or not (translation.text or "").strip():
            missing.append(message.findtext("source", ""))
    return missing


def faults(language: str) -> list[str]:
    """What is not done yet for a language, in sentences."""
    ts, qm = (FOLDER / f"kobai_{language}.{suffix}" for suffix in ("ts", "qm"))
    if not ts.exists() or not qm.exists():
        return [f"{ts.name} or {qm.name} is missing"]
    missing = untranslated(ts)
    found = [f"{ts.name}: {len(missing)} texts have no translation, such as {missing[0]!r}"] if missing else []
    with tempfile.TemporaryDirectory() as folder:
        new_ts, new_qm = Path(folder) / ts.name, Path(folder) / qm.name
        shutil.copy(ts, new_ts)
        collect(new_ts)
        compile_(ts, new_qm)
        if new_ts.read_bytes() != ts.read_bytes():
            found.append(f"{ts.name} does not hold the texts that are in the program now")
        if new_qm.read_bytes() != qm.read_bytes():
            found.append(f"{qm.name} is not what {ts.name} compiles to")
    return found


def _tool(name: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{name} failed: {done.stdout}{done.stderr}")


def main(arguments: list[str]) -> int:
    """Do it, or check it."""
    if "--check" in arguments:
        found = [fault for language in TRANSLATED for fault in faults(language)]
        print(
            "\n".join(
                [*found, "run: make translations, and translate what is new"] if found else ["translations: done"]
            )
        )
        return int(bool(found))
    for language in TRANSLATED:
        ts = FOLDER / f"kobai_{language}.ts"
        FOLDER.mkdir(exist_ok=True)
        collect(ts)
        compile_(ts, ts.with_suffix(".qm"))
        print(f"{ts.relative_to(ROOT)}: {len(untranslated(ts))} texts have no translation yet")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
