"""The swarm's right column: shares by minimum now and at the end, all optimizers, verdicts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.diagnostics import Verdict
from engine.simulations.race_swarm import SwarmFrame, SwarmScene
from engine.simulations.race_swarm_basins import least_stay
from engine.simulations.race_swarm_flock import follows_loss
from engine.simulations.race_swarm_verdicts import percent
from gui.i18n import verdict_words
from gui.panels.race.inspector import told
from gui.panels.race.swarm_colours import LATE, SOON, hue_of
from gui.panels.race.view import Look
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.inspector import (
    Inspector,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.themed import INSET


class SwarmInspector(Inspector):
    """Shows frames of the mode `swarm` for one racer; a click in the table picks another."""

    racer_picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.note = self.add(Caption(theme))
        self.shares = self.add(NumberTable(theme), 4)
        self.above = self.add(Separator(theme))
        self.all_heading = self.add(SectionTitle(theme))
        self.table = self.add(NumberTable(theme, clickable=True))
        self.rule = self.add(Caption(theme), 4)
        self.line = self.add(Separator(theme))
        self.cards = tuple(self.add(VerdictCard(theme), 6) for _ in range(2))
        self._all_swarms: tuple[QWidget, ...] = (self.above, self.all_heading, self.table, self.rule)
        for caption in (self.note, self.rule):
            caption.setContentsMargins(round(INSET), 2, round(INSET), 2)
        self._scene: SwarmScene | None = None
        self._shown: list[int] = []
        self._told: dict[VerdictCard, tuple[Verdict | None, int | str]] = {}
        self.table.row_clicked.connect(lambda row: self.racer_picked.emit(self._shown[row]))
        self.retranslate()

    def fit(self, height: int) -> None:
        """Where nobody can scroll: what the small pictures tell too is left out before the verdict on the swarm in sight."""
        for parts in ((self.cards[0],) if self.cards[1].title else (), (self.note,), self._all_swarms):
            if self._column.totalHeightForWidth(self.width()) > height:
                for part in parts:
                    part.hide()
        super().fit(height)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._told.clear()
        self.heading.set_title(self.tr("Swarm"))
        self.all_heading.set_title(self.tr("All optimizers"))
        self.table.set_header(
            "",
            (NumberColumn(self.tr("median")), NumberColumn(self.tr("nearest")), NumberColumn(self.tr("missing"))),
        )
        self.table.setToolTip(
            self.tr(
                "Median: by that step half of the starts that arrive have arrived. Nearest: of those, the share that "
                "ends in the minimum nearest to the start. Missing: the share of all starts that does not arrive."
            )
        )

    def show_run(self, scene: SwarmScene, racers: int) -> None:
        """Another run of so many racers."""
        self._scene = scene
        every = scene.every
        starts = f"{len(scene.starts):,}".replace(",", "\u00a0")
        dots = self.tr("{n} starts; every one is drawn as a dot.") if every == 1 else self.tr(
            "{n} starts; one in {every} is drawn as a dot."
        )  # fmt: skip
        lines = [dots.format(n=starts, every=every)]
        if racers > len(scene.basins):
            lines.append(self.tr("The first {n} racers run as swarms.").format(n=len(scene.basins)))
        length = len(scene.basins[0].factors)
        if scene.asked > length:
            lines.append(self.tr("A swarm runs for {n} steps at most.").format(n=length))
        if any(follows_loss(plan.schedule) for plan in scene.plans):
            lines.append(self.tr("A schedule that looks at the loss sees the median of all starts."))
        self.note.setText(" ".join(lines))
        radius = shown_number_short(scene.targets.radius)
        rule = self.tr("Arrived: within {radius} of a minimum to the end, for {n} steps at least.")
        self.rule.setText(rule.format(radius=radius, n=least_stay(length)))
        self.table.reset_widths()

    def show_frame(self, frame: SwarmFrame, swarm: int, look: Look) -> None:
        """The shares at this step, and what is the same at all of them."""
        assert self._scene is not None
        racer = frame.settings.racers[swarm]
        step = self.tr("step {n}").format(n=frame.step)
        self.heading.set_note(f"{racer.name} · {step}", racer.colour)
        self._show_shares(self._scene, swarm, frame.step)
        self._show_table(frame, swarm, look)
        for card, verdict in zip(self.cards, told(frame.verdicts, swarm), strict=True):
            colour = frame.settings.racers[verdict.subject].colour if verdict and verdict.subject >= 0 else "quiet"
            if self._told.get(card) != (verdict, colour):
                self._told[card] = verdict, colour
                card.set_verdict(*(verdict_words(verdict) if verdict is not None else ("", "")), colour)
                card.setVisible(verdict is not None)

    def _show_shares(self, scene: SwarmScene, swarm: int, step: int) -> None:
        shares = scene.basins[swarm].shares
        now, end = shares[min(step, len(shares) - 1)].tolist(), shares[-1].tolist()
        by, last = self.tr("by {n}"), len(shares) - 1
        # At the last step now is the end: one column says it.
        columns = (*((now,) if step < last else ()), end)
        headings = [NumberColumn(by.format(n=last))]
        if step < last:
            headings.insert(0, NumberColumn(by.format(n=step), quiet=True))
        self.shares.set_header(self.minima_title(scene), headings)
        shade = SOON if self.theme.dark else LATE
        rows = [
            NumberRow(
                name, tuple(percent(c[kind]) for c in columns), f"minimum_{hue_of(kind, scene.targets.named)}_{shade}"
            )
            for kind, name in enumerate(self.kind_names(scene))
        ]
        moving = tuple(percent(round(1 - sum(part), 12)) for part in columns)
        rows.append(NumberRow(self.tr("not arrived"), moving, "unsettled"))
        rows.append(NumberRow(self.tr("diverged"), tuple(percent(c[-1]) for c in columns), "quiet", "ring"))
        self.shares.set_rows(rows)

    def minima_title(self, scene: SwarmScene) -> str:
        """What the rows are."""
        values = scene.targets.values[: scene.targets.named]
        if len(values) and values.max() - values.min() <= 1e-9 * (1 + abs(values).max()):
            return self.tr("minimum, f = {value}").format(value=shown_number_short(float(values[0])))
        return self.tr("minimum")

    def kind_names(self, scene: SwarmScene) -> list[str]:
        """A name for each kind of minimum: number and place."""
        targets = scene.targets
        names = [
            f"{number} {place_text(x, y)}" for number, (x, y) in enumerate(targets.places[: targets.named].tolist(), 1)
        ]
        return [*names, self.tr("a local minimum")] if targets.pooled else names

    def _show_table(self, frame: SwarmFrame, swarm: int, look: Look) -> None:
        assert self._scene is not None
        self._shown = [i for i in range(len(self._scene.basins)) if i not in look.hidden or i == swarm]
        rows = []
        for i in self._shown:
            racer, basins = frame.settings.racers[i], self._scene.basins[i]
            arrived = basins.arrived > 0
            median, nearest = (f"{basins.median:.0f}", percent(basins.nearest)) if arrived else ("–", "–")
            values = median, nearest, percent(1 - basins.arrived)
            rows.append(NumberRow(racer.name, values, racer.colour, bold=i == swarm))
        self.table.set_rows(rows)


def place_text(x: float, y: float) -> str:
    """A place to a hundredth."""
    return f"({x + 0.0:.2f}, {y + 0.0:.2f})".replace("-0.00", "0.00").replace("-", "−")


def shown_number_short(value: float) -> str:
    """A number without needless zeros."""
    text = f"{value:.4g}" if value else "0"
    return text.replace("-", "−")
