"""What can be asked of Article 7 reports on the command line."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from ccmdesk.commands import option_types as types
from ccmdesk.commands.options import Parser, everywhere, later, printing_json
from ccmdesk.domain.article7 import FormState
from ccmdesk.domain.cover_page import CoverAnswer
from ccmdesk.domain.note_life import Channel
from ccmdesk.domain.profile import LANGUAGES

_STATES = {
    "open": FormState.OPEN,
    "changed": FormState.CHANGED,
    "unchanged": FormState.UNCHANGED,
    "not-applicable": FormState.NOT_APPLICABLE,
}


def add_report_acts(parser: Parser) -> None:
    """Add the acts on reports, each with its options."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=Parser)
    for name, module, run, help, add_options in ACTS:
        act = acts.add_parser(
            name, parents=[everywhere(), printing_json()], help=help, description=help
        )
        act.set_defaults(run=later(module, run))
        add_options(act)


def add_period(parser: Parser) -> None:
    """Add the period by which a report is named."""
    parser.add_argument(
        "period", metavar="PERIOD", type=types.words, help="the year covered, or initial"
    )


def form_letter(text: str) -> str:
    """Return the letter of a form."""
    letter = text.strip().upper()
    if not letter.isalnum() or len(letter) > 2:
        raise ArgumentTypeError(f"“{text}” is not the letter of a form, as in B")
    return letter


def form_letters(text: str) -> tuple[str, ...]:
    """Return the letters of forms, from A,B,C."""
    return tuple(form_letter(part) for part in text.split(","))


def unchanged(text: str) -> tuple[CoverAnswer, ...]:
    """Return answers from LETTERS=DATE or LETTERS=DATE:PERIOD; without a date none is given."""
    letters, _, when = text.partition("=")
    day, _, period = when.partition(":")
    return tuple(
        CoverAnswer(
            letter,
            FormState.UNCHANGED,
            types.day(day) if day.strip() else None,
            period.strip().casefold(),
        )
        for letter in form_letters(letters)
    )


def form_state(text: str) -> FormState:
    """Return what the cover page says of a form."""
    if text not in _STATES:
        raise ArgumentTypeError(f"“{text}” is none of {', '.join(_STATES)}")
    return _STATES[text]


def table_row(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the key of a table and the cells of a row, from TABLE=CELL|CELL."""
    key, sign, cells = types.words(text).partition("=")
    if not sign or not key.strip():
        raise ArgumentTypeError(f"“{text}” is not a row, as in stockpiles=CBU-87|12|2424")
    return key.strip(), tuple(cell.strip() for cell in cells.split("|"))


def _new(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument(
        "--form-set", default="", metavar="ID", help="the reporting template; see report sets"
    )
    parser.add_argument(
        "--language", default="", choices=LANGUAGES, help="the mission's by default"
    )
    parser.add_argument(
        "--from", dest="source", metavar="PERIOD", help="carry all forms over from that report"
    )


def _show(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--form", type=form_letter, metavar="LETTER", help="one form in full")


def _head(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument(
        "--contact", type=types.any_words, metavar="TEXT", help="the national points of contact"
    )
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--first", type=types.day, metavar="DATE", help="first day covered")
    parser.add_argument("--last", type=types.day, metavar="DATE", help="last day covered")


def _form(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("letter", metavar="LETTER", type=form_letter)
    parser.add_argument("--text", type=types.any_words, metavar="TEXT", help="what the form says")
    parser.add_argument("--text-file", type=types.path, metavar="FILE", help="the same, in UTF-8")
    parser.add_argument(
        "--row",
        action="append",
        default=[],
        type=table_row,
        metavar="TABLE=CELL|CELL",
        help="add a row to a table; may be repeated",
    )
    nil = parser.add_mutually_exclusive_group()
    nil.add_argument(
        "--nil", action="store_true", default=None, help="declare that there is nothing"
    )
    nil.add_argument("--not-nil", dest="nil", action="store_false", help="withdraw that")
    parser.add_argument("--clear", action="store_true", help="first empty text and tables")
    parser.add_argument("--state", type=form_state, metavar="STATE", help=", ".join(_STATES))
    parser.add_argument(
        "--owner", type=types.any_words, metavar="NAME", help="the ministry that holds the facts"
    )
    for name, told in (("asked", "of it"), ("promised", "by it"), ("received", "from it")):
        parser.add_argument(f"--{name}", type=types.day, metavar="DATE", help=f"{name} {told}")
    parser.add_argument(
        "--earlier", type=types.day, metavar="DATE", help="of the form that still holds"
    )
    parser.add_argument(
        "--earlier-period", type=types.words, metavar="PERIOD", help="the year that one covered"
    )
    parser.add_argument(
        "--attach",
        action="append",
        default=[],
        type=types.path,
        metavar="FILE",
        help="goes with the form; may be repeated",
    )
    parser.add_argument(
        "--detach",
        action="append",
        default=[],
        type=types.words,
        metavar="NAME",
        help="take a file out; may be repeated",
    )


def _carry(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--from", dest="source", required=True, metavar="PERIOD")
    parser.add_argument(
        "--forms",
        type=form_letters,
        metavar="A,B",
        help="these alone; without it those that say nothing of their own yet",
    )


def _cover(parser: Parser) -> None:
    add_period(parser)
    for name in ("changed", "not-applicable"):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            type=form_letters,
            metavar="A,B",
            help="forms; may be repeated",
        )
    parser.add_argument(
        "--unchanged",
        action="append",
        default=[],
        type=unchanged,
        metavar="A,B=DATE[:PERIOD]",
        help="forms with the date of the earlier form, and the year that one covered",
    )
    parser.add_argument(
        "--known-dates",
        action="store_true",
        help="where an earlier date was not given, take it from the register",
    )
    parser.add_argument(
        "--in-place-of-forms", action="store_true", help="the cover page is all that is sent"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell the rules broken only")


def _seal(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--reason", type=types.words, metavar="TEXT", help="of a correction")


def _correct(parser: Parser) -> None:
    add_period(parser)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--reason", type=types.words, metavar="TEXT")
    either.add_argument(
        "--drop", action="store_true", help="close one again in which nothing was changed"
    )


def _export(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--version", type=types.positive, metavar="N", help="a sealed one")
    parser.add_argument(
        "--out",
        required=True,
        type=types.path,
        metavar="FILE",
        help="a .pdf, or the .eml with the note that carried it",
    )


def _request(parser: Parser) -> None:
    _chase(parser)
    parser.add_argument("--forms", type=form_letters, metavar="A,B", help="these alone")
    parser.add_argument(
        "--asked", type=types.day, metavar="DATE", help="record that it was asked on that day"
    )


def _chase(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--to", required=True, type=types.words, metavar="OFFICE")
    parser.add_argument("--by", type=types.day, metavar="DATE", help="when the answer is wanted")
    parser.add_argument("--out", required=True, type=types.path, metavar="FILE.pdf")


def _transmit(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--date", type=types.day, metavar="DATE", help="of the note; today")
    parser.add_argument("--language", choices=LANGUAGES, help="of the note; the mission's")
    parser.add_argument(
        "--number", type=types.words, metavar="NUMBER", help="that a paper register gave"
    )
    parser.add_argument("--to", type=types.words, metavar="NAME", help="who approves the note")
    parser.add_argument(
        "--eml", type=types.path, metavar="FILE.eml", help="the e-mail with note and report"
    )


def _sent(parser: Parser) -> None:
    add_period(parser)
    parser.add_argument("--channel", required=True, choices=[each.value for each in Channel])
    parser.add_argument(
        "--version", type=types.positive, metavar="N", help="the newest that was transmitted"
    )
    parser.add_argument("--on", type=types.day, metavar="DATE", help="today by default")
    parser.add_argument("--proof", type=types.words, metavar="TEXT", help="of the receipt")
    parser.add_argument("--proof-file", type=types.path, metavar="FILE", help="the receipt itself")


def _nothing(parser: Parser) -> None:
    """Add no option."""


ACTS: tuple[tuple[str, str, str, str, Callable[[Parser], None]], ...] = (
    ("sets", "report", "report_sets", "list the reporting templates", _nothing),
    ("new", "report", "report_new", "begin the report on a year, or the initial one", _new),
    ("list", "report", "report_list", "list the reports", _nothing),
    ("show", "report", "report_show", "show a report or one of its forms", _show),
    ("head", "report", "report_head", "set points of contact, language and days", _head),
    ("form", "report_forms", "report_form", "fill in one form", _form),
    ("carry", "report_forms", "report_carry", "carry forms over from earlier", _carry),
    ("changes", "report_forms", "report_changes", "show what changed since carried", add_period),
    ("cover", "report_forms", "report_cover", "answer the cover page", _cover),
    ("check", "report", "report_check", "name what is missing and who holds it", add_period),
    ("seal", "report", "report_seal", "freeze the report with its PDF", _seal),
    ("correct", "report", "report_correct", "open the version after a sealed one", _correct),
    ("export", "report", "report_export", "write the PDF to a file", _export),
    ("holders", "report_sending", "report_holders", "list who holds which forms", add_period),
    ("request", "report_sending", "report_request", "write to an office for its forms", _request),
    ("chase", "report_sending", "report_chase", "remind an office of what was asked", _chase),
    ("transmit", "report_sending", "report_transmit", "issue the note that carries it", _transmit),
    ("sent", "report_sending", "report_sent", "record that it left; the duty is met", _sent),
    ("remove", "report", "report_remove", "remove a report that was never sealed", add_period),
)
