"""What a table shows, and its texts: headings, cells, the order of rows, CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, Literal

from gui.widgets.marks import SPOKEN, Colour, Mark


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, how its cells stand, whether they are numbers, and what the heading means."""

    title: str
    align: Literal["left", "right", "centre"] = "left"
    mono: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place: from the left a swatch, a mark, a text; any may be missing.

    Rows are sorted by `key`, or by the text where there is none; a key of NaN stands last, whichever the direction.
    """

    text: str = ""
    key: float | str | None = None
    mark: Mark | None = None
    swatch: Colour | None = None

    @property
    def plain(self) -> str:
        """The cell as it is copied or read out."""
        return " ".join(part for part in (SPOKEN[self.mark] if self.mark else "", self.text) if part)

    @property
    def rank(self) -> Any:  # noqa: ANN401 - numbers in one column, texts in another
        """What rows are sorted by."""
        return self.text.casefold() if self.key is None else self.key

    @property
    def known(self) -> bool:
        """False while the number is not known."""
        return not (isinstance(self.key, float) and isnan(self.key))


Row = tuple[Cell, ...]


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The texts as comma-separated values (RFC 4180); minus signs become hyphens, so that programs read numbers."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([cell.replace("−", "-") for cell in row] for row in rows)
    return text.getvalue()


def as_markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The texts as a Markdown table."""
    lines = [list(header), ["---"] * len(header), *(list(row) for row in rows)]
    cells = ([cell.replace("\\", "\\\\").replace("|", "\\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def shown_order(rows: Sequence[Row], column: int, descending: bool) -> list[int]:
    """The rows from top to bottom, sorted by a column (equal ones as given); column -1: as given."""
    places = range(len(rows))
    if column < 0:
        return list(places)
    known = [i for i in places if rows[i][column].known]
    ordered = sorted(known, key=lambda i: rows[i][column].rank, reverse=descending)
    return ordered + [i for i in places if not rows[i][column].known]
