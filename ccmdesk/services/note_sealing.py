"""Gives a note its number and makes its seal, inside the transaction that stores both."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.register import NumberPattern
from ccmdesk.services.note_composing import SEAL_KEY, NoteComposer, canonical
from ccmdesk.services.note_content import pattern_of
from ccmdesk.services.profile import required_profile
from ccmdesk.store.image_rows import keep_image
from ccmdesk.store.seal_rows import FirstUse, Seal, first_use, next_sequence, sequence_is_taken
from ccmdesk.store.tables import written_instant

_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a note is numbered: in which register, and by which number where it was typed."""

    series: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class _Number:
    pattern: NumberPattern
    run: str
    sequence: int | None
    written: str


def sealed(
    connection: Connection,
    note_id: int,
    content: NoteContent,
    numbering: Numbering,
    composer: NoteComposer,
    at: datetime,
) -> Seal:
    """Return the seal of a note that is issued now.

    Raises RefusedError, naming date and subject of the first use, where the number is taken.
    """
    profile = required_profile(connection)
    given = _number(
        connection, content.dated.year, numbering, pattern_of(profile, numbering.series)
    )
    numbered = replace(content, number=given.written, number_shown=given.written)
    subject = composer.papers.subject(numbered)
    final = composer.papers.resolved(numbered)
    pdf = composer.papers.note_pdf(final, draft=False)
    emblem = keep_image(connection, final.emblem) if final.emblem else None
    people = ", ".join(delegate.person.full_name for delegate in final.delegates)
    told: dict[str, object] = {
        "series": numbering.series,
        "run": given.run,
        "sequence": given.sequence,
        "typed": bool(numbering.typed),
        "pattern": given.pattern.pattern,
        "restart": given.pattern.restart,
        "state_iso3": profile.state_iso3,
        "subject": subject,
        "people": people,
        "issued_at": written_instant(at),
    }
    frozen = canonical({**composer.frozen_data(final, emblem), SEAL_KEY: told})
    meeting = final.meeting
    return Seal(
        note_id=note_id,
        series=numbering.series,
        run=given.run,
        sequence=given.sequence,
        typed=bool(numbering.typed),
        number=given.written,
        pattern=given.pattern.pattern,
        restart=given.pattern.restart,
        year=final.dated.year,
        dated=final.dated,
        kind=str(final.kind),
        language=final.language,
        state_iso3=profile.state_iso3,
        meeting_code=meeting.code if meeting else "",
        meeting_name=meeting.name if meeting else "",
        addressee=final.addressee,
        subject=subject,
        reference=final.reference,
        people=people,
        frozen=frozen,
        frozen_sha256=hashlib.sha256(frozen.encode("utf-8")).hexdigest(),
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        emblem_sha256=emblem,
        issued_at=at,
    )


def checked_number(typed: str | None) -> str:
    """Return a typed number without stray blanks; raises InputError where it cannot be one."""
    number = " ".join((typed or "").split())
    if len(number) > _LONGEST_NUMBER:
        raise InputError(f"A register number has at most {_LONGEST_NUMBER} characters.", "number")
    if number and not any(letter.isalnum() for letter in number):
        raise InputError(f"“{number}” is not a register number; type it with its digits.", "number")
    return number


def taken(use: FirstUse, cure: str, field: str) -> RefusedError:
    """Return the refusal of a number that the register holds already."""
    return RefusedError(f"{told_use(use)} {cure}", field)


def told_use(use: FirstUse) -> str:
    """Return the sentence that names date and subject of the note that holds a number."""
    about = f", “{use.subject}”" if use.subject else ""
    return (
        f"The number {use.number} is in the register already: note of {long_date(use.dated)}"
        f"{about}."
    )


def _number(
    connection: Connection, year: int, numbering: Numbering, pattern: NumberPattern
) -> _Number:
    run = pattern.series(year)
    if numbering.typed:
        used = first_use(connection, numbering.typed)
        if used is not None:
            raise taken(used, "Type another number.", "number")
        # A typed number that follows the pattern counts, so that the next one goes on from it.
        counted = pattern.read(numbering.typed, year)
        if counted and sequence_is_taken(connection, numbering.series, run, counted):
            counted = None
        return _Number(pattern, run, counted, numbering.typed)
    sequence = next_sequence(connection, numbering.series, run)
    number = pattern.written(sequence, year)
    used = first_use(connection, number)
    if used is not None:
        raise taken(used, "Change the number pattern under Settings.", "number_pattern")
    return _Number(pattern, run, sequence, number)
