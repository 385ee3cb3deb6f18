"""What can be asked of meetings, milestones, holidays, absences and lead times."""

import argparse
from collections.abc import Callable

from ccmdesk.commands import option_types as types
from ccmdesk.commands.options import Parser, everywhere, later, printing_json
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.domain.milestone import MilestoneKind
from ccmdesk.domain.safe_start import LegKind

Act = Callable[[str, str, str, str], Parser]

_PLACES = [str(each) for each in Place]
_MILESTONES = [str(each) for each in MilestoneKind]


def _acts_of(parser: Parser) -> Act:
    acts = parser.add_subparsers(title="acts", metavar="ACT", parser_class=Parser)

    def act(name: str, module: str, run: str, told: str) -> Parser:
        found: Parser = acts.add_parser(
            name, parents=[everywhere(), printing_json()], help=told, description=told
        )
        found.set_defaults(run=later(module, run))
        return found

    return act


def _reasons(parser: Parser) -> None:
    parser.add_argument("--why", type=types.words, metavar="WORDS", help="the reason")
    parser.add_argument("--paper", type=types.words, metavar="WORDS", help="the paper that says so")
    _trial(parser)


def _trial(parser: Parser) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help="show which dates would move, change nothing"
    )


def _code(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="CODE", type=types.words, help="as in 14MSP")


def _days(parser: Parser, *, required: bool) -> None:
    parser.add_argument("--start", type=types.day, required=required, metavar="DATE")
    parser.add_argument("--end", type=types.day, metavar="DATE", help="the last day")


def add_meeting_acts(parser: Parser) -> None:
    """Add what can be done with meetings beside listing them."""
    act = _acts_of(parser)
    added = act("add", "meeting_acts", "add", "add a meeting of your own")
    _code(added)
    added.add_argument("--kind", choices=[str(each) for each in MeetingKind], default="other")
    added.add_argument("--ordinal", type=types.positive, default=0, metavar="N", help="as in 14")
    added.add_argument("--name", type=types.words, help="its full name")
    _days(added, required=False)
    added.add_argument("--city", type=types.words)
    added.add_argument("--venue", type=types.words)
    added.add_argument("--source", type=types.words, help="where its dates stand")
    _reasons(added)
    moved = act("move", "meeting_acts", "move", "give a meeting other days")
    _code(moved)
    _days(moved, required=True)
    _reasons(moved)
    noted = act("note", "meeting_acts", "note", "enter what the convening note says")
    _code(noted)
    given = noted.add_mutually_exclusive_group(required=True)
    given.add_argument("--delegation-due", type=types.day, metavar="DATE")
    given.add_argument(
        "--withdrawn", action="store_true", help="take it out; the day is provisional again"
    )
    noted.add_argument("--as-written", type=types.words, help="the day in the words of the note")
    noted.add_argument("--reference", type=types.words, help="of the note")
    noted.add_argument("--dated", type=types.day, metavar="DATE", help="the day of the note")
    _reasons(noted)
    renamed = act("rename", "meeting_acts", "rename", "give a meeting of your own another code")
    _code(renamed)
    renamed.add_argument("code", metavar="NEW", type=types.words)
    _reasons(renamed)
    removed = act("remove", "meeting_acts", "remove", "take a meeting out of the list")
    _code(removed)
    _reasons(removed)


def add_milestones(parser: Parser) -> None:
    """Add the acts on what a meeting asks beside its delegation."""
    _code(parser)
    act = _acts_of(parser)
    added = act("add", "milestones", "add", "add a milestone")
    added.add_argument("--kind", choices=_MILESTONES, default="other")
    _milestone(added)
    usual = act("usual", "milestones", "usual", "show the usual milestones, or add some")
    usual.add_argument(
        "--add",
        action="append",
        default=[],
        choices=[*_MILESTONES, "all"],
        metavar="KIND",
        help="take one over, or all; may be repeated",
    )
    changed = act("change", "milestones", "change", "change a milestone")
    changed.add_argument("id", type=types.positive, metavar="ID")
    changed.add_argument("--kind", choices=_MILESTONES)
    _milestone(changed)
    removed = act("remove", "milestones", "remove", "take a milestone out of the list")
    removed.add_argument("id", type=types.positive, metavar="ID")
    _reasons(removed)


def _milestone(parser: Parser) -> None:
    parser.add_argument("--title", type=types.words, help="what is to be done")
    parser.add_argument("--due", type=types.day, metavar="DATE", help="the day a paper names")
    parser.add_argument(
        "--days-before", type=types.days, metavar="N", help="before the opening; -N after it"
    )
    parser.add_argument("--as-written", type=types.words, help="the day in the paper's words")
    parser.add_argument("--closes", type=types.hour, metavar="HH:MM", help="at the addressee")
    parser.add_argument("--zone", type=types.words, help="as in Europe/Zurich, the default")
    parser.add_argument("--source", type=types.words, help="the paper that sets the day")
    _reasons(parser)


def add_holidays(parser: Parser) -> None:
    """Add the acts on the three holiday lists."""
    parser.add_argument(
        "--place", choices=_PLACES, default="unog", help="whose list; unog by default"
    )
    parser.add_argument("--year", type=types.positive, metavar="Y", help="this year by default")
    act = _acts_of(parser)
    added = act("add", "holidays", "add", "add a day, or cancel one with --works")
    added.add_argument("day", type=types.day, metavar="DATE")
    added.add_argument("name", type=types.words, metavar="NAME")
    added.add_argument("--yearly", action="store_true", help="each year from then on")
    added.add_argument("--works", action="store_true", help="the office works on that day")
    added.add_argument("--source", type=types.words, help="where it stands")
    removed = act("remove", "holidays", "remove", "remove a line of your own")
    removed.add_argument("id", type=types.positive, metavar="ID")
    taken = act("import", "holidays", "take", "take over a list of a year, one day a line")
    taken.add_argument("file", metavar="FILE", help="a text; - reads standard input")
    taken.add_argument(
        "--complete", action="store_true", help="cancel shipped holidays that are not in the list"
    )
    week = act("weekend", "holidays", "weekend", "show or change when the capital rests")
    week.add_argument(
        "days", nargs="*", type=types.weekday, metavar="DAY", help="as in friday saturday"
    )
    for each in (added, removed, taken):
        _trial(each)
    for each in (added, taken):
        each.add_argument("--place", choices=_PLACES, default=argparse.SUPPRESS)
    taken.add_argument("--year", type=types.positive, metavar="Y", default=argparse.SUPPRESS)


def add_absences(parser: Parser) -> None:
    """Add the acts on the absences of those who sign."""
    act = _acts_of(parser)
    added = act("add", "starts", "add_absence", "say who is away, and when")
    added.add_argument("name", type=types.words, metavar="NAME")
    added.add_argument("--from", dest="first", type=types.day, required=True, metavar="DATE")
    added.add_argument("--to", dest="last", type=types.day, required=True, metavar="DATE")
    added.add_argument("--reason", type=types.words)
    removed = act("remove", "starts", "remove_absence", "remove an absence")
    removed.add_argument("id", type=types.positive, metavar="ID")


def add_start_by(parser: Parser) -> None:
    """Add what can be asked of the latest safe starts."""
    parser.add_argument("key", nargs="?", metavar="KEY", help="of one duty, with its whole way")


def add_lead_times(parser: Parser) -> None:
    """Add the acts on the steps on the way to a duty."""
    act = _acts_of(parser)
    changed = act("set", "starts", "set_lead_times", "change how long the steps take")
    changed.add_argument("kind", metavar="KIND", type=types.words, help="as in art7_annual")
    for leg in LegKind:
        changed.add_argument(
            f"--{leg}", type=types.days, metavar="N", help=f"working days of the step {leg}"
        )
