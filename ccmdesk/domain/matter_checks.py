"""Checks what each kind of note is about: reports, deadlines, corrections, questions."""

from collections.abc import Callable, Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain import treaty
from ccmdesk.domain.dates import add_years, long_date
from ccmdesk.domain.finding import Finding, stop, warning
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import CHANGES, CORRECTIONS, QUESTION, RULES
from ccmdesk.domain.state import Status
from ccmdesk.domain.surroundings import Surroundings

MOST_YEARS = {3: 4, 4: 5}
"""How many years one extension may last: Article 3, paragraph 3, and Article 4, paragraph 5."""

_EXTENDED_BY = {3: (3, 3), 4: (4, 5)}
_ASKED_BY = {3: (3, 5), 4: (4, 6)}
_DECLARED_BY = {3: (3, 2), 4: (4, 1)}


def matter_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what is missing or impossible in the matter of the note."""
    if RULES[content.kind].earlier and content.matter.earlier is None:
        yield stop(
            "earlier-note-missing",
            "text",
            "The note does not say which of the mission’s own notes it changes.",
            "Choose the issued note that is amended or corrected.",
            source.PRACTICE,
        )
    special = _BY_KIND.get(content.kind)
    if special is not None:
        yield from special(content, around)


def _typed(content: NoteContent, key: str) -> bool:
    return any(part.key == key and (part.text or "").strip() for part in content.body)


def _amendment(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    del around
    if not content.matter.changes and not _typed(content, CHANGES):
        yield stop(
            "no-changes",
            "text",
            "The delegation is as the earlier note has it; there is nothing to amend.",
            "Change the delegation under the meeting first.",
            source.PRACTICE,
        )


def _correction(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    del around
    corrections = content.matter.corrections
    if not corrections and not _typed(content, CORRECTIONS):
        yield stop(
            "no-corrections",
            "text",
            "The note corrects nothing.",
            "Add what was wrong and what is right.",
            source.PRACTICE,
        )
    for each in corrections:
        if not each.wrong.strip() or not each.right.strip():
            yield stop(
                "correction-incomplete",
                "text",
                "A correction needs both what was wrong and what is right.",
                "Fill in both.",
                source.PRACTICE,
            )
        elif each.wrong == each.right:
            yield warning(
                "correction-without-effect",
                "text",
                f"“{each.wrong}” is to be read as the same words.",
                "Correct what is right, or remove the line.",
                source.PRACTICE,
            )


def _query(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    del around
    if not content.matter.question.strip() and not _typed(content, QUESTION):
        yield stop(
            "question-missing",
            "text",
            "The note asks no question.",
            "Type the question.",
            source.PRACTICE,
        )


def _report(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    matter, in_force = content.matter, around.in_force
    party = content.status is Status.PARTY
    if matter.initial and party:
        if in_force and content.dated > add_years(treaty.initial_report_due(in_force), 1):
            yield warning(
                "initial-report-late",
                "text",
                "The note transmits an initial report, but the Convention has been in force for the"
                f" State since {long_date(in_force)}; its initial report fell due on "
                f"{long_date(treaty.initial_report_due(in_force))}.",
                "Untick “initial report” where an annual one is meant.",
                source.article(7, 1),
            )
        return
    if not matter.year:
        yield stop(
            "year-missing",
            "text",
            "The note does not say which calendar year the report covers.",
            "Type the year the report covers.",
            source.article(7, 2),
        )
    elif matter.year >= content.dated.year:
        yield warning(
            "year-not-over",
            "text",
            f"The report covers {matter.year}, a year that is not over on the date of the note.",
            "Type the calendar year before that of the report’s deadline.",
            source.article(7, 2),
        )
    elif in_force and party and matter.year < in_force.year:
        yield warning(
            "year-before-entry-into-force",
            "text",
            f"The report covers {matter.year}, but the Convention entered into force for the State"
            f" on {long_date(in_force)}.",
            "Check the year.",
            source.article(7, 2),
        )


def _extension(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    matter, article = content.matter, content.matter.article
    if article not in RULES[content.kind].articles:
        yield _article_missing()
        return
    rule = source.article(*_EXTENDED_BY[article])
    if matter.until is None:
        yield stop(
            "until-missing",
            "text",
            "The request does not say until when the deadline is to be extended.",
            "Type the new deadline that is asked for.",
            rule,
        )
    if matter.expires is None:
        yield warning(
            "deadline-missing",
            "text",
            "The request does not say which deadline it is about.",
            "Type the deadline that runs.",
            rule,
        )
    elif matter.until and matter.until <= matter.expires:
        yield stop(
            "extension-backwards",
            "text",
            f"The deadline asked for, {long_date(matter.until)}, is not after the one that runs, "
            f"{long_date(matter.expires)}.",
            "Check both dates.",
            rule,
        )
    elif matter.until and matter.until > add_years(matter.expires, MOST_YEARS[article]):
        latest = add_years(matter.expires, MOST_YEARS[article])
        yield warning(
            "extension-too-long",
            "text",
            f"An extension under Article {article} lasts at most {MOST_YEARS[article]} years, to "
            f"{long_date(latest)}; the note asks for {long_date(matter.until)}.",
            "Ask for a shorter time; a further request may follow.",
            rule,
        )
    yield from _time_of_request(content, article)
    del around


def _time_of_request(content: NoteContent, article: int) -> Iterator[Finding]:
    matter, meeting = content.matter, content.meeting
    rule = source.article(*_ASKED_BY[article])
    if matter.expires and content.dated > matter.expires:
        yield warning(
            "extension-after-deadline",
            "text",
            f"The deadline ran out on {long_date(matter.expires)}, before the date of the note.",
            "Check the deadline; a request is made while it runs.",
            rule,
        )
    elif meeting and meeting.start and content.dated > treaty.request_due(meeting.start):
        yield warning(
            "extension-late",
            "text",
            "A request is submitted nine months before the meeting that decides on it: it was due "
            f"on {long_date(treaty.request_due(meeting.start))}.",
            "Choose the meeting that can still decide, or explain the delay to the secretariat.",
            rule,
        )


def _compliance(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    matter, article = content.matter, content.matter.article
    if article not in RULES[content.kind].articles:
        yield _article_missing()
        return
    rule = source.article(*_DECLARED_BY[article])
    if matter.until is None:
        yield warning(
            "completion-missing",
            "text",
            "The declaration does not say on which day the obligation was completed.",
            "Type the day of completion.",
            rule,
        )
    elif matter.until > content.dated:
        yield warning(
            "completion-in-future",
            "text",
            f"The obligation is said to have been completed on {long_date(matter.until)}, after the"
            " date of the note.",
            "Check the day of completion.",
            rule,
        )
    elif around.in_force and matter.until < around.in_force:
        yield warning(
            "completion-before-entry-into-force",
            "text",
            f"The obligation is said to have been completed on {long_date(matter.until)}, before"
            " the Convention entered into force for the State on "
            f"{long_date(around.in_force)}.",
            "Check the day of completion.",
            rule,
        )


def _article_missing() -> Finding:
    return stop(
        "article-missing",
        "text",
        "The note does not say which article of the Convention it is about.",
        "Choose Article 3 (stockpiles) or Article 4 (clearance).",
        source.CONVENTION,
    )


_BY_KIND: dict[NoteKind, Callable[[NoteContent, Surroundings], Iterator[Finding]]] = {
    NoteKind.AMENDMENT: _amendment,
    NoteKind.CORRECTION: _correction,
    NoteKind.QUERY: _query,
    NoteKind.ARTICLE7: _report,
    NoteKind.EXTENSION: _extension,
    NoteKind.COMPLIANCE: _compliance,
}
