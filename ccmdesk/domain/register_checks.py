"""Checks the note against the register: numbers, later changes, formulas nobody confirmed."""

from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.finding import Finding, remark, stop, warning
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.surroundings import Surroundings


def register_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what the register and the phrase packs say against the note."""
    used = around.number_used
    if used is not None:
        about = f", “{used.subject}”" if used.subject else ""
        yield stop(
            "number-taken",
            "number",
            f"The number {used.number} is in the register already: note of "
            f"{long_date(used.dated)}{about}.",
            "Type another number, or leave the number to the register.",
            source.REGISTER,
        )
    if around.changed_since:
        count = len(around.changed_since)
        yield warning(
            "changed-after-issue",
            "delegation",
            f"The delegation differs in {count} point{'s' if count > 1 else ''} from what the note"
            f" No. {content.number} and its amendments say.",
            "Start an amendment of the note, so that the secretariat learns of it.",
            source.PRACTICE,
        )
    if around.unconfirmed:
        keys = around.unconfirmed
        yield remark(
            "formula-unconfirmed",
            "text",
            f"{'Formulas' if len(keys) > 1 else 'A formula'} of this note should be confirmed with"
            f" a native officer: {', '.join(keys)}.",
            "Confirm them under Settings once an officer has read them.",
            source.PHRASES,
        )
