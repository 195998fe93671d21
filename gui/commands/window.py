"""`kobai [FILE]`: open the window."""

from __future__ import annotations

from pathlib import Path

from engine import __version__
from gui.commands import LANGUAGES, THEMES, WRONG, CommandError, Parser, refuse_known_crash, say
from gui.display import obstacle

USAGE = "kobai [FILE] [--clean] [--theme THEME] [--language LANGUAGE]\n       kobai COMMAND ..."
ABOUT = """\
Kobai: watch, step through, scrub back and export how deep networks train.

  kobai                      open the window
  kobai FILE                 open the window on a recipe, that is, an experiment that was saved
  kobai list                 print what there is: tabs, optimizers, activations, surfaces, export formats
  kobai recipe NAME          print the recipe that a tab opens with
  kobai render FILE -o OUT   draw a recipe as a picture; needs no display
  kobai COMMAND --help       the options of a command
"""
EXAMPLES = """\
a first picture:
  kobai recipe race > race.json
  kobai render race.json -o race.png --step 12

A recipe that is called like a command is opened by a longer path: ./list, ./recipe, ./render.
Exit status: 0, 1 (failed) or 2 (wrong use or wrong input).
"""


def run(arguments: list[str]) -> int:
    """Open the window, on a recipe if one is given; returns when it is closed."""
    options = _parser().parse_args(arguments)
    if options.version:
        say(f"kobai {__version__}")
        return 0
    opened = None
    if options.file is not None:
        from gui.commands.recipes import read_recipe

        opened = read_recipe(options.file), Path(options.file).absolute()
    refuse_known_crash()
    clause = obstacle()
    if clause is not None:
        advice = "kobai render draws a recipe without a window"
        raise CommandError(WRONG, f"no window can be opened because {clause}; {advice}")
    from gui.quick_start import prepare

    prepare()
    from gui.app import run as open_window

    return open_window(opened, clean=options.clean, theme=options.theme, language=options.language)


def _parser() -> Parser:
    parser = Parser("kobai", ABOUT, EXAMPLES, USAGE)
    parser.add_argument("file", nargs="?", metavar="FILE", help="a recipe to open, or a picture that Kobai made of one")
    parser.add_argument("--clean", action="store_true", help="start without anything remembered from earlier")
    for name, choices in (("--theme", THEMES), ("--language", LANGUAGES)):
        text = f"{', '.join(choices)} or system (default: as remembered)"
        parser.add_argument(name, choices=(*choices, "system"), help=text)
    parser.add_argument("--version", action="store_true", help="print the version")
    return parser
