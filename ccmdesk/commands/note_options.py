"""What can be asked of notes on the command line."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable

from ccmdesk.commands import option_types as types
from ccmdesk.commands.options import Parser, everywhere, later, printing_json
from ccmdesk.domain.note_life import Channel
from ccmdesk.domain.note_line import NoteKind, NoteState
from ccmdesk.domain.profile import LANGUAGES

FORMATS = ("pdf", "docx", "eml", "txt")

_KINDS = [each.value for each in NoteKind]
_STATES = [each.value for each in NoteState]
_CHANNELS = [each.value for each in Channel]


def add_note_choice(parser: Parser) -> None:
    """Add the options by which notes are chosen for the list."""
    parser.add_argument("--state", choices=_STATES, help="where they stand")
    parser.add_argument("--year", type=types.positive, metavar="Y", help="of the date of the note")
    parser.add_argument("--kind", choices=_KINDS)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--meeting", metavar="CODE", help="as in 11MSP")
    parser.add_argument("--series", metavar="NAME", help="of a further register; “” is the main")
    parser.add_argument(
        "--search",
        default="",
        metavar="WORDS",
        help="that stand in it, as in number, addressee, subject or names",
    )


def add_note_acts(parser: Parser) -> None:
    """Add the acts on one note, each with its options."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=Parser)
    for name, module, run, help, add_options in _ACTS:
        act = _added(acts, name, help)
        act.set_defaults(run=later(module, run))
        add_options(act)


def _added(acts: "_SubParsersAction[Parser]", name: str, help: str) -> Parser:
    return acts.add_parser(
        name, parents=[everywhere(), printing_json()], help=help, description=help
    )


def _note(parser: ArgumentParser) -> None:
    parser.add_argument("note", metavar="ID", type=types.note_id, help="the note's id")


def _new(parser: Parser) -> None:
    parser.add_argument("--kind", required=True, choices=_KINDS)
    parser.add_argument("--meeting", metavar="CODE", help="as in 11MSP, where the kind needs one")
    parser.add_argument(
        "--language", choices=LANGUAGES, help="the mission's or the earlier note's by default"
    )
    parser.add_argument(
        "--delegates", type=types.path, metavar="FILE.csv", help="the delegation, as CSV"
    )
    parser.add_argument(
        "--answers",
        type=types.note_or_number,
        metavar="ID|NUMBER",
        help="the issued note that is amended or corrected",
    )
    parser.add_argument(
        "--correct",
        action="append",
        default=[],
        type=types.correction,
        metavar="WRONG=RIGHT",
        help="for one read the other; may be repeated",
    )
    parser.add_argument("--article", type=int, choices=(3, 4, 7), help="of the Convention")
    parser.add_argument(
        "--year", type=types.positive, metavar="Y", help="that an Article 7 report covers"
    )
    parser.add_argument("--initial", action="store_true", help="the initial Article 7 report")
    parser.add_argument("--expires", type=types.day, metavar="DATE", help="the deadline that runs")
    parser.add_argument(
        "--until", type=types.day, metavar="DATE", help="the deadline asked for; day of completion"
    )
    parser.add_argument("--question", type=types.words, metavar="TEXT", help="what a query asks")
    parser.add_argument(
        "--text",
        action="append",
        default=[],
        type=types.words,
        metavar="PARAGRAPH",
        help="a paragraph of your own; may be repeated",
    )
    parser.add_argument(
        "--subject", type=types.words, metavar="TEXT", help="the line for the register"
    )
    parser.add_argument("--addressee", type=types.words, metavar="NAME")
    parser.add_argument(
        "--address",
        action="append",
        default=[],
        type=types.words,
        metavar="LINE",
        help="of the addressee; may be repeated",
    )
    parser.add_argument(
        "--reference", type=types.words, metavar="TEXT", help="of the note that is answered"
    )
    parser.add_argument(
        "--reference-date", type=types.day, metavar="DATE", help="of the note that is answered"
    )
    parser.add_argument(
        "--enclosure", action="append", default=[], type=types.words, metavar="TITLE"
    )
    parser.add_argument(
        "--courtesy", choices=LANGUAGES, help="language of an unofficial translation that follows"
    )


def _amend(parser: Parser) -> None:
    _note(parser)
    parser.add_argument(
        "--delegates",
        type=types.path,
        metavar="FILE.csv",
        help="the delegation as it is now; by default the meeting's as stored",
    )


def _check(parser: Parser) -> None:
    parser.add_argument(
        "note", metavar="ID|FILE", type=types.note_or_file, help="an id, or a JSON as for render"
    )


def _issue(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--date", type=types.day, metavar="DATE", help="today by default")
    parser.add_argument(
        "--number", type=types.words, metavar="NUMBER", help="that a paper register gave"
    )
    parser.add_argument("--series", type=types.words, metavar="NAME", help="of a further register")
    parser.add_argument(
        "--by", type=types.words, metavar="NAME", help="who approves; your account by default"
    )


def _submit(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--to", type=types.words, metavar="NAME", help="who approves")


def _approve(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--by", type=types.words, metavar="NAME", help="your account by default")
    parser.add_argument(
        "--for",
        dest="on_behalf_of",
        type=types.words,
        metavar="NAME",
        help="whom a stand-in acts for",
    )


def _return(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--reason", required=True, type=types.words, metavar="TEXT")
    parser.add_argument("--by", type=types.words, metavar="NAME", help="your account by default")


def _dispatch(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--channel", required=True, choices=_CHANNELS)
    _happened(parser)
    parser.add_argument("--to", type=types.words, metavar="NAME", help="who received")
    parser.add_argument("--tracking", type=types.words, metavar="NUMBER", help="of bag or courier")


def _acknowledge(parser: Parser) -> None:
    _note(parser)
    _happened(parser)
    parser.add_argument("--text", type=types.words, metavar="TEXT", help="in what words")


def _happened(parser: Parser) -> None:
    parser.add_argument(
        "--at", type=types.moment, metavar="WHEN", help="as in 2026-09-04T14:30; now by default"
    )
    parser.add_argument(
        "--proof",
        type=types.path,
        metavar="FILE",
        help="kept with the step, such as a stamped slip",
    )


def _cancel(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--reason", required=True, type=types.words, metavar="TEXT")
    parser.add_argument("--by", type=types.words, metavar="NAME")


def _export(parser: Parser) -> None:
    _note(parser)
    parser.add_argument("--format", choices=FORMATS, help="by the name of the file by default")
    parser.add_argument("--out", required=True, type=types.path, metavar="FILE")
    for name, help in (("--to", "receiver of the e-mail"), ("--cc", "receiver of a copy of it")):
        parser.add_argument(
            name, action="append", type=types.words, metavar="ADDRESS", help=f"{help}; repeatable"
        )


def _slip(parser: Parser) -> None:
    _note(parser)
    parser.add_argument(
        "--for",
        dest="purpose",
        required=True,
        choices=("routing", "delivery"),
        help="initials in the house, or the stamp of who receives it",
    )
    parser.add_argument("--out", required=True, type=types.path, metavar="FILE.pdf")


def _read(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE.docx", type=types.path)
    parser.add_argument(
        "--note", type=types.note_id, metavar="ID", help="the note it was exported from"
    )


def _compare(parser: Parser) -> None:
    _note(parser)
    for name, help in (
        ("--older", "by default the newest that says something else"),
        ("--newer", "by default the note as it is"),
    ):
        parser.add_argument(name, type=types.note_id, metavar="VERSION", help=help)
    parser.add_argument("--out", required=True, type=types.path, metavar="FILE.pdf")


_ACTS: tuple[tuple[str, str, str, str, Callable[[Parser], None]], ...] = (
    ("new", "note_drafts", "note_new", "draft a note; prints its id", _new),
    ("amend", "note_drafts", "note_amend", "draft what changed in a delegation", _amend),
    ("read", "note_return", "note_read", "make an edited DOCX a new draft", _read),
    ("check", "note_papers", "note_check", "show what the linter finds", _check),
    ("submit", "note_life", "note_submit", "give a draft to who approves it", _submit),
    ("approve", "note_life", "note_approve", "approve what a note says now", _approve),
    ("return", "note_life", "note_return", "give a note back to be edited", _return),
    ("issue", "note_life", "note_issue", "number and seal a draft", _issue),
    ("dispatch", "note_life", "note_dispatch", "record how a note left", _dispatch),
    ("acknowledge", "note_life", "note_acknowledge", "record that it arrived", _acknowledge),
    ("cancel", "note_life", "note_cancel", "cancel an issued note; its line stays", _cancel),
    ("history", "note_life", "note_history", "list the steps of a note's life", _note),
    ("versions", "note_papers", "note_versions", "list what a draft said before", _note),
    ("compare", "note_papers", "note_compare", "show what changed between versions", _compare),
    ("slip", "note_papers", "note_slip", "make the routing or the delivery slip of a note", _slip),
    ("export", "note_papers", "note_export", "write a note to a file", _export),
)
