"""The commands and their options, as argparse reads them."""

import argparse
import re
from typing import Never

from ocviewer import __version__
from ocviewer.presenter.words import Words

OPEN = "open"
PACK_SUFFIX = ".ocpack"
"""How a library pack is told from a country."""

VIEWS = ("profile", "compare", "map", "rankings", "trends", "scatter", "heat", "place", "search")
"""What ``snapshot --view`` takes, as the views are called in the window."""

NAMED = (
    "list",
    "show",
    "rank",
    "compare",
    "similar",
    "search",
    "notes",
    "snapshot",
    "check",
    "import",
    "import-workbook",
    "paths",
    "remove",
    "restore",
    "pack",
    "unpack",
)
"""Commands that are called by name; anything else in first place is a country to open."""


_SIDES = ((800, 7680), (560, 4320))
"""The least and the most width and height of a picture; less, the window does not take."""


class CallError(Exception):
    """The call does not fit; its text says how it would."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> Never:
        raise CallError(f"{self.format_usage()}{self.prog}: {message}")


def parse(arguments: list[str], words: Words) -> argparse.Namespace:
    """The call, with ``command`` set; ``CallError`` when it does not fit.

    ``--help`` and ``--version`` print and leave with code 0, as argparse does.
    """
    named = next((word for word in arguments if not word.startswith("-")), None)
    if named in NAMED and arguments[0] == named:
        return _named(words).parse_args(arguments)
    return _open(words).parse_args(arguments)


def _open(words: Words) -> _Parser:
    help_text = {name: words.say(f"cli.help_{name.replace('-', '_')}") for name in NAMED}
    epilog = "\n".join(f"  ocviewer {name:<16} {text}" for name, text in help_text.items())
    parser = _Parser(
        prog="ocviewer",
        description=words.say("cli.help_open"),
        epilog=f"{words.say('cli.commands')}\n{epilog}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ocviewer {__version__}")
    parser.set_defaults(command=OPEN)
    _countries(parser, words, "*")
    _edition(parser, words)
    parser.add_argument(
        "--exit-after", choices=("first-paint", "ready"), help=argparse.SUPPRESS, default=None
    )
    return parser


def _named(words: Words) -> _Parser:
    parser = _Parser(prog="ocviewer")
    commands = parser.add_subparsers(dest="command", required=True)
    made = {
        name: commands.add_parser(name, help=words.say(f"cli.help_{name.replace('-', '_')}"))
        for name in NAMED
    }
    _json(made["list"], words)
    show = made["show"]
    show.add_argument("country", nargs="?", help=words.say("cli.arg_country"))
    show.add_argument("--all", action="store_true", help=words.say("cli.arg_all"))
    _edition(show, words)
    _json(show, words)
    _rank(made["rank"], words)
    _countries(made["compare"], words, "+")
    made["similar"].add_argument("country", help=words.say("cli.arg_country"))
    for name in ("compare", "similar"):
        _edition(made[name], words)
        _json(made[name], words)
    _search(made["search"], words)
    _notes(made["notes"], words)
    _snapshot(made["snapshot"], words)
    made["check"].add_argument("folder", nargs="?", help=words.say("cli.arg_folder"))
    workbook = made["import-workbook"]
    workbook.add_argument("file", help=words.say("cli.arg_workbook"))
    workbook.add_argument(
        "--edition", type=int, metavar="YEAR", help=words.say("cli.arg_edition_of_file")
    )
    _import(made["import"], words)
    _json(made["paths"], words)
    for name in ("remove", "restore"):
        made[name].add_argument("country", help=words.say("cli.arg_country"))
        made[name].add_argument(
            "--edition", type=int, metavar="YEAR", help=words.say("cli.arg_own_edition")
        )
    _pack(made["pack"], words)
    _unpack(made["unpack"], words)
    return parser


def _import(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=words.say("cli.arg_pages"))
    parser.add_argument("--dry-run", action="store_true", help=words.say("cli.arg_dry_run"))
    parser.add_argument(
        "--take", choices=("library", "page"), default="library", help=words.say("cli.arg_take")
    )
    parser.add_argument(
        "--edition", type=int, metavar="YEAR", help=words.say("cli.arg_page_edition")
    )
    _json(parser, words)


def _pack(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("out", metavar="OUT", help=words.say("pack.arg_out"))
    parser.add_argument(
        "--countries", nargs="+", metavar="COUNTRY", help=words.say("pack.arg_countries")
    )
    parser.add_argument(
        "--editions", nargs="+", type=int, metavar="YEAR", help=words.say("pack.arg_editions")
    )
    parser.add_argument("--notes", action="store_true", help=words.say("pack.arg_notes"))


def _unpack(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=words.say("pack.arg_file"))
    parser.add_argument("--dry-run", action="store_true", help=words.say("pack.arg_dry_run"))
    choices = parser.add_mutually_exclusive_group()
    for choice in ("newer", "all", "none"):
        choices.add_argument(
            f"--{choice}",
            dest="choice",
            action="store_const",
            const=choice,
            help=words.say(f"pack.arg_{choice}"),
        )
    _json(parser, words)


def _rank(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("code", metavar="CODE", help=words.say("cli.arg_node"))
    _edition(parser, words)
    parser.add_argument("--scope", default="world", help=words.say("cli.arg_scope"))
    _json(parser, words)


def _search(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help=words.say("cli.arg_query"))
    _edition(parser, words)
    parser.add_argument(
        "--limit", type=int, default=100, metavar="COUNT", help=words.say("cli.arg_limit")
    )
    _json(parser, words)


def _notes(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--country", action="append", metavar="COUNTRY", help=words.say("cli.arg_notes_country")
    )
    parser.add_argument(
        "--format", choices=("markdown", "csv", "json"), help=words.say("cli.arg_notes_format")
    )
    parser.add_argument("--out", metavar="FILE", help=words.say("cli.arg_notes_out"))


def _snapshot(parser: argparse.ArgumentParser, words: Words) -> None:
    _countries(parser, words, "+")
    _edition(parser, words)
    parser.add_argument("--out", required=True, help=words.say("cli.arg_out"))
    parser.add_argument("--size", type=_size, default=(1280, 720), help=words.say("cli.arg_size"))
    parser.add_argument("--scale", type=_scale, default=1.0, help=words.say("cli.arg_scale"))
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help=words.say("cli.arg_theme")
    )
    parser.add_argument("--section", help=words.say("cli.arg_section"))
    parser.add_argument("--view", choices=VIEWS, help=words.say("cli.arg_view"))
    parser.add_argument("--indicator", metavar="CODE", help=words.say("cli.arg_indicator"))
    parser.add_argument("--query", default="", help=words.say("cli.arg_view_query"))
    parser.add_argument("--versus", metavar="CODE", help=words.say("cli.arg_versus"))
    parser.add_argument(
        "--change-since", type=int, metavar="YEAR", help=words.say("cli.arg_change_since")
    )


def _countries(parser: argparse.ArgumentParser, words: Words, count: str) -> None:
    parser.add_argument(
        "countries", nargs=count, metavar="COUNTRY", help=words.say("cli.arg_countries")
    )


def _edition(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--edition", type=int, metavar="YEAR", help=words.say("cli.arg_edition"))


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words.say("cli.arg_json"))


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(low <= side <= high for side, (low, high) in zip(size, _SIDES, strict=True)):
        (least_width, most_width), (least_height, most_height) = _SIDES
        limits = f"{least_width}x{least_height} … {most_width}x{most_height}"
        raise argparse.ArgumentTypeError(f"{text!r}: {limits}, e.g. 1280x720")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"{text!r}: 0.5 … 4")
    return scale
