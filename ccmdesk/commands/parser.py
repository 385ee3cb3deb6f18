"""What can be asked on the command line: the commands, their options, their help."""

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from ccmdesk import __version__
from ccmdesk.commands import house, notes, treaty
from ccmdesk.commands.demo import demo
from ccmdesk.commands.statuses import WRONG_USAGE
from ccmdesk.commands.window import window
from ccmdesk.domain.dates import parse_day
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.domain.state import Status
from ccmdesk.system.paths import default_data_dir

# What SQLite can count.
_ID_DIGITS = 18


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what is asked; `run` is what carries it out. Ends the program on wrong usage."""
    return _parser().parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"ccmdesk: {message}; see {self.prog} --help", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(error.message.rstrip(".")) from error


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is missing")
    return Path(text)


def _folder(text: str) -> str:
    return str(_path(text))


def _text(text: str) -> str:
    # A byte that is no UTF-8 reaches the program as half a character, which no file can hold.
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise argparse.ArgumentTypeError("the text is not written in UTF-8")
    return text


def _note_id(text: str) -> int:
    if not text.isdecimal() or len(text) > _ID_DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not the id of a note, as in 12")
    return int(text)


def _note_or_file(text: str) -> str:
    return str(_note_id(text)) if text.isdecimal() else _folder(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 10000")
    return int(text)


def _parser() -> _Parser:
    home = str(default_data_dir()).replace("%", "%%")
    everywhere = _Parser(add_help=False)
    everywhere.add_argument(
        "--data-dir",
        type=_folder,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=f"where the program keeps its data; {home} by default",
    )
    json_too = _Parser(add_help=False)
    json_too.add_argument("--json", action="store_true", help="print JSON")

    parser = _Parser(
        prog="ccmdesk",
        description="The desk of a delegation to the Convention on Cluster Munitions. "
        "Without a command the window opens.",
    )
    parser.add_argument(
        "--data-dir",
        type=_folder,
        metavar="DIR",
        default=None,
        help=f"where the program keeps its data; {home} by default",
    )
    parser.add_argument("--version", action="version", version=f"ccmdesk {__version__}")
    parser.set_defaults(run=window)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(
        name: str, run: Callable[[Namespace], int | None], help: str, *, json: bool = False
    ) -> _Parser:
        parents = [everywhere, json_too] if json else [everywhere]
        found = verbs.add_parser(name, parents=parents, help=help, description=help)
        found.set_defaults(run=run)
        return found

    sample = command("demo", demo, "build the sample dossier and its papers in a folder")
    sample.add_argument(
        "--out", required=True, type=_path, metavar="DIR", help="the folder to fill"
    )

    init = command("init", house.init, "set up the mission's profile")
    init.add_argument("--state", required=True, metavar="ISO3", help="the State, as in NGA")
    init.add_argument(
        "--mission", required=True, type=_text, metavar="NAME", help="the mission's full name"
    )
    init.add_argument("--city", required=True, type=_text, help="the place of the date line")
    init.add_argument(
        "--language", default="en", choices=LANGUAGES, help="of the name; en by default"
    )
    init.add_argument("--emblem", type=_path, metavar="FILE", help="a PNG or JPEG picture")
    init.add_argument("--force", action="store_true", help="replace the profile that is there")

    command("meetings", treaty.meetings, "list the meetings", json=True)

    duties = command("deadlines", treaty.deadlines, "list the duties with their dates", json=True)
    duties.add_argument("--state", metavar="ISO3", help="another State than the profile's")
    duties.add_argument("--from", dest="start", type=_day, metavar="DATE", help="first legal date")
    duties.add_argument("--to", dest="end", type=_day, metavar="DATE", help="last legal date")
    duties.add_argument("--as-of", type=_day, metavar="DATE", help="the day to look from")

    status = command("states", treaty.states, "show the status of the Convention", json=True)
    status.add_argument(
        "--status", choices=[each.value for each in Status if each is not Status.NOT_PARTY]
    )

    register = command("notes", notes.notes, "print the register", json=True)
    register.add_argument(
        "--state", choices=[each.value for each in NoteState], help="where they stand"
    )
    register.add_argument("--year", type=_positive, metavar="Y", help="of the date of the note")

    note = command("note", window, "work on one note: new, check, issue, export")
    acts = note.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=_Parser)
    new = acts.add_parser("new", parents=[everywhere], help="draft a note; prints its id")
    new.set_defaults(run=notes.note_new)
    new.add_argument("--kind", required=True, choices=[each.value for each in NoteKind])
    new.add_argument("--meeting", required=True, metavar="CODE", help="as in 11MSP")
    new.add_argument("--language", required=True, choices=LANGUAGES)
    new.add_argument("--delegates", type=_path, metavar="FILE.csv", help="the delegation, as CSV")
    check = acts.add_parser(
        "check", parents=[everywhere, json_too], help="show what the linter finds"
    )
    check.set_defaults(run=notes.note_check)
    check.add_argument(
        "note", metavar="ID", type=_note_or_file, help="a note's id, or a JSON file as for render"
    )
    issue = acts.add_parser("issue", parents=[everywhere, json_too], help="number and seal a draft")
    issue.set_defaults(run=notes.note_issue)
    issue.add_argument("note", metavar="ID", type=_note_id)
    issue.add_argument("--date", type=_day, metavar="DATE", help="of the note; today by default")
    export = acts.add_parser("export", parents=[everywhere], help="write a note to a file")
    export.set_defaults(run=notes.note_export)
    export.add_argument("note", metavar="ID", type=_note_id)
    export.add_argument("--format", required=True, choices=["pdf"])
    export.add_argument("--out", required=True, type=_path, metavar="FILE")

    render = command("render", notes.render, "make a PDF of a note described by JSON")
    render.add_argument("file", nargs="?", type=_path, metavar="FILE.json")
    render.add_argument("--out", type=_path, metavar="FILE.pdf")
    render.add_argument("--example", choices=LANGUAGES, metavar="LANG", help="print such a JSON")
    render.add_argument("--delegates", type=_positive, metavar="N", help="how many in the example")

    proof = command("check", house.check, "verify file, register, seals and chain", json=True)
    proof.add_argument("--full", action="store_true", help="read every page of the file")
    backup = command("backup", house.backup, "write a verified copy of the database")
    backup.add_argument("--out", type=_path, metavar="FILE", help="instead of the backups folder")
    return parser
