"""The map's right column: what the racer's settings make of one step, steps to the goal, and what to say of it."""

from __future__ import annotations

import math

from engine.diagnostics import Verdict
from engine.optimizers import SGD, Momentum, Optimizer
from engine.simulations.race_map import MapFrame, MapScene, Setting
from engine.simulations.race_map_rates import PATIENCE, STEPS
from engine.simulations.race_map_theory import Mode
from gui.i18n import verdict_words, words
from gui.panels.race.map_circle import roots_text
from gui.theme import Theme
from gui.widgets.inspector import (
    FormulaEntry,
    FormulaList,
    Inspector,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.painting import signed
from gui.widgets.plot import SUPERSCRIPTS

# With this height all of it is seen at once.
WHOLE_HEIGHT = 640


class MapInspector(Inspector):
    """Shows a map's scene; frames change nothing but the verdict, and that only with the settings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme))
        self.add(Separator(theme))
        self.table = self.add(NumberTable(theme))
        line = self.add(Separator(theme))
        self.card = self.add(VerdictCard(theme), 6)
        self.dispensable = (line, self.table)
        self._told: tuple[Verdict, int] | None = None
        self.retranslate()

    def set_room(self, height: int) -> None:
        """In a low window the verdict stands above the formulas, where it is seen without scrolling."""
        self.place(self.card, 0 if height < WHOLE_HEIGHT else len(self._added) - 1)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._told = None
        self.heading.set_title(self.tr("At the cross"))

    def show_scene(self, scene: MapScene, colour: int) -> None:
        """Another cross."""
        self.heading.set_note(setting_text(scene, scene.cross.rule), colour)
        rate = self._rate_entries(scene)
        self.formulas.set_blocks([*self._mode_entries(scene), *rate] if scene.exact else rate)
        title = self.tr("Steps to {goal}").format(goal=goal_text(scene.goal))
        self.table.set_header(title, (NumberColumn(self.tr("predicted")), NumberColumn(self.tr("measured"))))
        self.table.set_rows([self._row(each, number == 0) for number, each in enumerate(scene.settings)])

    def show_frame(self, frame: MapFrame, colour: int) -> None:
        """What is said."""
        verdict = frame.verdicts[0]
        if self._told != (verdict, colour):
            self._told = verdict, colour
            self.card.set_verdict(*verdict_words(verdict), colour)

    # -- the parts ------------------------------------------------------------------------------------------------------

    def _mode_entries(self, scene: MapScene) -> list[FormulaEntry]:
        rule = scene.cross.rule
        entries = [FormulaEntry(characteristic(rule))]
        for mode in scene.modes:
            lines = [polynomial(rule, mode)]
            if not isinstance(rule, SGD):
                lines.append(f"z = {signed(roots_text(mode.roots, 3))}")
            size = f"|z| = {mode.radius:.4f}"
            if mode.rings and isinstance(rule, Momentum):
                size = f"|z| = √β = {mode.radius:.4f}"
            if not mode.direction.moved:
                size += "  " + self.tr("(not started)")
            name, curvature = mode.direction.name, f"{mode.direction.curvature:.4g}".replace("-", "{-}")
            entries.append(FormulaEntry(rf"{name}{{:}}\quad \lambda = {curvature}", (*lines, size)))
        return entries

    def _rate_entries(self, scene: MapScene) -> list[FormulaEntry]:
        cross = scene.cross
        if math.isfinite(cross.rate):
            share, result = self.tr("each step leaves {share} %"), f"ρ = {cross.rate:.4g}"
            share = share.format(share=f"{100 * cross.rate:.4g}")
        else:
            share, result = self.tr("overflows in a few steps"), ""
        if scene.exact:
            formula, lines = r"\rho = \max |z|", (share,)
        else:
            what = {
                "distance": self.tr("d: distance from the minimum"),
                "excess": self.tr("d: root of f above its minimum"),
                "gradient": self.tr("d: length of the gradient"),
            }[scene.quantity]
            measured = self.tr("measured over {steps} steps").format(steps=STEPS)
            formula, lines = r"d_t \approx d_0 \, \rho^t", (what, measured, share)  # type: ignore[assignment]
        entries = [FormulaEntry(formula, lines, result)]
        if 0 < cross.rate < 1 and math.isfinite(cross.predicted):
            logs = signed(f"{math.log(scene.goal):.3f} / {math.log(cross.rate):.5f}")
            target = goal_tex(scene.goal)
            entries.append(FormulaEntry(rf"t = \ln {target} / \ln \rho", (logs,), f"t = {count_text(cross.predicted)}"))
        return entries

    def _row(self, setting: Setting, own: bool) -> NumberRow:
        never = setting.away or setting.rate >= 1
        predicted = count_text(setting.predicted) if math.isfinite(setting.predicted) else self.tr("never")
        if math.isfinite(setting.measured):
            measured = count_text(setting.measured)
        else:
            measured = self.tr("never") if never else f"> {PATIENCE}"
        return NumberRow(words(setting.name), (predicted, measured), bold=own)


def characteristic(rule: Optimizer) -> str:
    """The polynomial whose roots are one step's factors, in TeX."""
    if isinstance(rule, SGD):
        return r"z = 1 - \eta \lambda"
    if isinstance(rule, Momentum):
        return r"z^2 - (1 + \beta - \eta \lambda) \, z + \beta = 0"
    return r"z^2 - (1 + \beta)(1 - \eta \lambda) \, z + \beta (1 - \eta \lambda) = 0"


def polynomial(rule: Optimizer, mode: Mode) -> str:
    """The same with a direction's numbers."""
    if isinstance(rule, SGD):
        return signed(f"z = 1 − {rule.learning_rate:.4g}·{mode.direction.curvature:.4g} = {mode.trace:.3f}")
    linear, constant = ("−" if v < 0 else "+" for v in (-mode.trace, mode.product))
    return f"z² {linear} {abs(mode.trace):.4g} z {constant} {abs(mode.product):.4g}"


def setting_text(scene: MapScene, rule: Optimizer, digits: int = 3) -> str:
    """The mapped settings of a rule: `η 0.1, β 0.9`."""
    axes = [axis for axis in (scene.rates.x, scene.rates.y) if axis is not None]
    parts = []
    for axis in axes:
        value = float(getattr(rule, axis.name))
        text = f"{value:.{digits}g}" if value <= 0.5 or value > 1 else _near_one(value)
        parts.append(f"{axis.symbol or words(axis.label)} {signed(text)}")
    return ", ".join(parts)


def _near_one(value: float) -> str:
    """With two digits of what is missing to 1."""
    places = 1 - math.floor(math.log10(1 - value)) if value < 1 else 0
    return f"{round(value, places):g}" if places <= 5 else f"{value:.{places}f}"


def count_text(steps: float) -> str:
    """A number of steps."""
    return f"{steps:.0f}" if steps < 1e6 else f"{steps:.1e}"


def goal_text(goal: float) -> str:
    """`10⁻⁶`, or the number where it is no power of ten."""
    exponent = math.log10(goal)
    whole = round(exponent)
    return "10" + str(whole).translate(SUPERSCRIPTS) if abs(exponent - whole) < 1e-9 else f"{goal:.3g}"


def goal_tex(goal: float) -> str:
    """The same in TeX."""
    exponent = math.log10(goal)
    whole = round(exponent)
    return f"10^{{{whole}}}" if abs(exponent - whole) < 1e-9 else f"{goal:.3g}"
