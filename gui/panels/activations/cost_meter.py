"""Measures in the background what each kind of function costs on this machine.

Not in a thread: a function's few array operations give the interpreter's lock away and would wait for it while the
picture is drawn, which the clock would count. So one short round at a time is timed between two events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from engine.activations import Activation
from engine.cost import cost_rounds, median_cost
from engine.simulations.base import Array

PAUSE = 15
"""Milliseconds between two rounds: the window stays free."""

_measured: dict[type[Activation], float] = {}


def measured_costs() -> dict[type[Activation], float]:
    """What has been measured since the program began, in ns per element."""
    return dict(_measured)


class CostMeter(QObject):
    """Times the kinds that are asked for and not yet known; `measured` tells when there is news."""

    measured = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Idle until asked."""
        super().__init__(parent)
        self._rounds: Iterator[Array] | None = None
        self._kinds: tuple[type[Activation], ...] = ()
        self._times: list[Array] = []
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.turn)

    @property
    def running(self) -> bool:
        """Whether a measurement goes on."""
        return self._timer.isActive()

    def start(self, activations: Iterable[Activation]) -> None:
        """Measure these functions' kinds together, if one of them is new: only rounds in turn compare fairly."""
        kinds = {type(activation): activation for activation in activations}
        if self.running and tuple(kinds) == self._kinds:
            return
        self.stop()
        if any(kind not in _measured for kind in kinds):
            self._kinds = tuple(kinds)
            self._rounds = cost_rounds(list(kinds.values()))
            self._timer.start()

    def stop(self) -> None:
        """Leave off; what is half measured is dropped."""
        self._timer.stop()
        self._rounds, self._kinds, self._times = None, (), []

    def turn(self) -> None:
        """Time one round; after the last one, tell."""
        times = next(self._rounds, None) if self._rounds is not None else None
        if times is not None:
            self._times.append(times)
            return
        self._timer.stop()
        if self._times:
            _measured.update(zip(self._kinds, median_cost(self._times).tolist(), strict=True))
            self.measured.emit()

    def finish(self) -> None:
        """Do all that is left at once (some 50 ms)."""
        while self.running:
            self.turn()
