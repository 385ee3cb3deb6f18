"""What can be asked of duties on the command line."""

from collections.abc import Callable

from ccmdesk.commands import option_types as types
from ccmdesk.commands.options import Parser, everywhere, later, printing_json
from ccmdesk.domain.duty import DUTY_CHANNELS
from ccmdesk.domain.recorded import ExtensionStanding

_STANDINGS = [each.value for each in ExtensionStanding]


def add_ledger_choice(parser: Parser) -> None:
    """Add the options of the ledger."""
    parser.add_argument("--state", metavar="ISO3", help="another State than the profile's")
    parser.add_argument("--as-of", type=types.day, metavar="DATE", help="the day to look from")
    parser.add_argument("--out", type=types.path, metavar="FILE.pdf", help="make a page of it")


def add_duty_acts(parser: Parser) -> None:
    """Add the acts on one duty, each with its options."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=Parser)
    for name, run, told, add_options in _ACTS:
        act = acts.add_parser(
            name, parents=[everywhere(), printing_json()], help=told, description=told
        )
        act.set_defaults(run=later("duties", run))
        act.add_argument(
            "key",
            metavar="KEY",
            type=types.words,
            help="as in NGA:art7_annual:2026, or without NGA",
        )
        add_options(act)
    told = "enter, change and remove granted extensions of deadlines"
    extension = acts.add_parser("extension", help=told, description=told)
    kinds = extension.add_subparsers(
        title="acts", metavar="ACT", required=True, parser_class=Parser
    )
    for name, run, told, add_options in _EXTENSION_ACTS:
        act = kinds.add_parser(
            name, parents=[everywhere(), printing_json()], help=told, description=told
        )
        act.set_defaults(run=later("extensions", run))
        act.add_argument("--state", metavar="ISO3", help="another State than the profile's")
        add_options(act)


def _nothing(parser: Parser) -> None:
    """Add nothing."""


def _show(parser: Parser) -> None:
    parser.add_argument("--as-of", type=types.day, metavar="DATE", help="the day to look from")


def _why(parser: Parser) -> None:
    parser.add_argument("--out", type=types.path, metavar="FILE.pdf", help="make a page of it")


def _done(parser: Parser) -> None:
    parser.add_argument("--on", type=types.day, required=True, metavar="DATE", help="when")
    parser.add_argument(
        "--channel", choices=DUTY_CHANNELS, required=True, help="how it went, or where it was said"
    )
    parser.add_argument(
        "--proof",
        default="",
        type=types.any_words,
        metavar="WORDS",
        help="the number of the note or of the receipt",
    )
    parser.add_argument("--file", type=types.path, metavar="FILE", help="kept as proof")


def _not_ours(parser: Parser) -> None:
    parser.add_argument(
        "--reason",
        required=True,
        type=types.any_words,
        metavar="WORDS",
        help="why it does not apply",
    )


def _reopen(parser: Parser) -> None:
    parser.add_argument("--why", default="", type=types.any_words, metavar="WORDS")


def _owner(parser: Parser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--name", type=types.words, help="who sees to it")
    who.add_argument("--nobody", action="store_true", help="name nobody any more")
    _reason(parser)


def _hour(parser: Parser) -> None:
    parser.add_argument(
        "--closes", metavar="HH:MM", help="until when on its day; “end” is the end of the day"
    )
    parser.add_argument(
        "--zone", type=types.any_words, metavar="ZONE", help="of that clock, as in America/New_York"
    )
    _reason(parser)


def _reason(parser: Parser) -> None:
    parser.add_argument(
        "--why",
        default="",
        type=types.any_words,
        metavar="WORDS",
        help="the reason, for the history",
    )
    parser.add_argument(
        "--paper", default="", type=types.any_words, metavar="WORDS", help="the paper it rests on"
    )


def _stage(parser: Parser) -> None:
    parser.add_argument("--article", type=int, choices=(3, 4), required=True)
    parser.add_argument(
        "--stage", default="", type=types.any_words, metavar="STAGE", help="as in “extension 2”"
    )
    parser.add_argument(
        "--why",
        default="",
        type=types.any_words,
        metavar="WORDS",
        help="the reason, for the history",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what moves, change nothing")


def _enter(parser: Parser) -> None:
    _stage(parser)
    parser.add_argument(
        "--deadline",
        default="",
        type=types.any_words,
        metavar="DATE",
        help="the new one, as in 2028-06-01 or 2028-06",
    )
    parser.add_argument(
        "--decided-at",
        default="",
        type=types.any_words,
        metavar="CODE",
        help="the meeting, as in 13MSP",
    )
    parser.add_argument(
        "--source",
        default="",
        type=types.any_words,
        metavar="WORDS",
        help="the paper that records it",
    )
    parser.add_argument("--note", default="", type=types.any_words, metavar="WORDS")
    parser.add_argument("--standing", choices=_STANDINGS, default="granted")


_Act = tuple[str, str, str, Callable[[Parser], None]]
_ACTS: tuple[_Act, ...] = (
    ("show", "show", "show how a duty stands, with its working", _show),
    ("why", "why", "say why the date is that day", _why),
    ("history", "history", "list what was changed, by whom, why and from which paper", _nothing),
    ("done", "done", "record that it was met, how, and what proves it", _done),
    ("not-ours", "not_ours", "record why it does not apply", _not_ours),
    ("reopen", "reopen", "take back what was recorded; the history stays", _reopen),
    ("owner", "owner", "say who sees to it", _owner),
    ("hour", "hour", "say until when on its day it is in time at the addressee", _hour),
    ("proof", "proof", "write the file that was kept as proof", _why),
)
_EXTENSION_ACTS: tuple[_Act, ...] = (
    ("list", "extension_list", "list the stages of a State's deadlines", _nothing),
    ("enter", "extension_enter", "enter one that was granted", _enter),
    ("change", "extension_change", "correct one that was entered", _enter),
    ("remove", "extension_remove", "remove one that was entered", _stage),
)
