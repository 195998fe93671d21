"""`kobai render FILE -o OUT`: draw a recipe without a window."""

from __future__ import annotations

import argparse
import math
import os
import re
from pathlib import Path

from engine.files import check_target, sentence
from engine.parameter import SettingsError, names
from gui.commands import FAILED, LANGUAGES, THEMES, WRONG, CommandError, Parser, refuse_known_crash
from gui.commands.recipes import changed_recipe, read_recipe

SIDE = (200, 10_000)
SCALE = (0.1, 8.0)

ABOUT = "Draw a recipe, its picture and what that means, to a file. No window is opened and no display is needed."
EXAMPLES = """\
examples:
  kobai render race.json -o race.png
  kobai render race.json -o race.svg --step 12 --theme dark --language ja
  kobai render race.json -o race.png --size 1600x900 --scale 2
  kobai render race.json -o adam.png --set racers.4.optimizer.learning_rate=0.5 --set steps=60 --step 60

A PATH is spelt as in the recipe: dots, and the entries of a list counted from 0. It begins inside the recipe's
settings; those of B begin with other., and the seed is called seed. A VALUE is JSON; what is no JSON is a text.
"""


def run(arguments: list[str]) -> int:
    """Draw the picture, after everything that can be wrong has been looked at."""
    options = _parser().parse_args(arguments)
    recipe = changed_recipe(read_recipe(options.file), options.set, options.step)
    refuse_known_crash()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the user's own is: none is needed, none may be asked for
    _check_picture(options)
    from gui.render import render

    try:
        render(
            recipe,
            Path(options.output),
            size=options.size,
            scale=options.scale,
            theme=options.theme,
            language=options.language,
        )
    except SettingsError as error:
        raise CommandError(WRONG, f"{options.file}: {error}") from error
    return 0


def _parser() -> Parser:
    parser = Parser("kobai render", ABOUT, EXAMPLES)
    add = parser.add_argument
    add("file", metavar="FILE", help="the recipe to draw, or a picture that Kobai made of one")
    add("-o", "--output", metavar="OUT", required=True, help="the picture; its ending names the format, as in race.png")
    add("--step", type=int, metavar="N", help="the step to show (default: the recipe's)")
    add("--size", type=_size, default=(1280, 800), metavar="WxH", help="logical pixels (default: 1280x800)")
    add("--scale", type=_scale, default=1.0, metavar="S", help="pixels to a logical pixel, 0.1 to 8 (default: 1)")
    for name, choices in (("--theme", THEMES), ("--language", LANGUAGES)):
        add(name, choices=choices, default=choices[0], help=f"{' or '.join(choices)} (default: {choices[0]})")
    add("--set", action="append", default=[], metavar="PATH=VALUE", help="change a setting first; may be repeated")
    return parser


def _size(text: str) -> tuple[int, int]:
    low, high = SIDE
    found = re.fullmatch(r"([0-9]{1,6})[xX×]([0-9]{1,6})", text)
    if not found or not all(low <= int(side) <= high for side in found.groups()):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1280x800, each side {low} to {high}")
    return int(found[1]), int(found[2])


def _scale(text: str) -> float:
    low, high = SCALE
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not low <= scale <= high:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {low:g} to {high:g}")
    return scale


def _check_picture(options: argparse.Namespace) -> None:
    """Stop before any work is done for a picture that cannot be made or cannot be written."""
    from gui.export import FORMATS
    from gui.export.format import MOST_ON_A_SIDE, MOST_PIXELS, fits, pixel_size

    suffixes = dict.fromkeys(form.suffix for form in FORMATS.values())
    if Path(options.output).suffix.lower() not in suffixes:
        raise CommandError(WRONG, f"{options.output}: the ending must name a picture format, one of: {names(suffixes)}")
    if not fits(options.size, options.scale):
        width, height = pixel_size(options.size, options.scale)
        most = f"{MOST_ON_A_SIDE} on a side and {MOST_PIXELS // 10**6} million in all"
        raise CommandError(WRONG, f"--size times --scale is {width}x{height} pixels; at most {most} can be drawn")
    try:
        check_target(options.output)
    except OSError as error:
        raise CommandError(FAILED, sentence(error)) from error
