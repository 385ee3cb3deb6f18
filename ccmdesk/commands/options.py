"""The parser that every command shares: its errors in one sentence, its options in one place."""

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from ccmdesk.commands.option_types import folder
from ccmdesk.commands.statuses import WRONG_USAGE, one_line
from ccmdesk.system.paths import default_data_dir

Run = Callable[[Namespace], int | None]


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence and ends the program."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to read on."""
        print(f"ccmdesk: {one_line(message)}; see {self.prog} --help", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def later(module: str, name: str) -> Run:
    """Return what carries out a command; its module is loaded only when it is asked for."""

    def run(asked: Namespace) -> int | None:
        found: Run = getattr(import_module(f"ccmdesk.commands.{module}"), name)
        return found(asked)

    return run


def add_data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Add the option that names the data folder."""
    home = str(default_data_dir()).replace("%", "%%")
    parser.add_argument(
        "--data-dir",
        type=folder,
        metavar="DIR",
        default=default,
        help=f"where the program keeps its data; {home} by default",
    )


def everywhere() -> Parser:
    """Return the options that every command takes."""
    parser = Parser(add_help=False)
    add_data_dir(parser, argparse.SUPPRESS)
    return parser


def printing_json() -> Parser:
    """Return the option of every command that prints data."""
    parser = Parser(add_help=False)
    # Without a default of its own, so that an act after the option does not take it back.
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    return parser
