"""`kobai recipe NAME`: print the recipe that a tab opens with."""

from __future__ import annotations

from engine.parameter import names
from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from gui.commands import Parser, say

ABOUT = "Print the recipe that a tab opens with, as JSON, to be saved, changed, and given to kobai or kobai render."


def run(arguments: list[str]) -> int:
    """Print the recipe."""
    parser = Parser("kobai recipe", ABOUT, "example:\n  kobai recipe race > race.json")
    parser.add_argument("name", metavar="NAME", help=f"the tab: {names(SIMULATIONS)}")
    name = parser.parse_args(arguments).name
    if name not in SIMULATIONS:
        parser.error(f"there is no tab {name!r}; there are: {names(SIMULATIONS)}")
    say(default_recipe(name).to_json().rstrip("\n"))
    return 0
