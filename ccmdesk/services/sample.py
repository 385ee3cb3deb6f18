"""Builds the sample dossier: a real meeting, to which an invented State sends a delegation."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.domain.meeting import ConveningNote
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.register import NumberPattern
from ccmdesk.domain.state import State, Status
from ccmdesk.system.paths import resources_dir

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Where the sample's parts are; `number` is empty while the note is a draft."""

    meeting_id: int
    note_id: int
    paper_id: int
    day: date
    number: str = ""


def build_sample(desk: "Desk", issue: bool = False) -> SampleResult:
    """Fill an empty register with the sample dossier; with `issue` its note is numbered and sealed.

    Raises RefusedError where the register holds a mission already.
    """
    if desk.profile.get() is not None:
        raise RefusedError(
            "This data folder has a mission already; the sample needs a folder of its own."
        )
    folder = resources_dir() / "sample"
    facts = _read(folder / "sample.toml")
    convening = _read(folder / "convening-note.toml")
    day: date = facts["day"]
    state = desk.states.add_own(_state(facts["state"], day))
    desk.profile.save(_profile(facts, state.iso3, (folder / "emblem.png").read_bytes()))
    paper = desk.incoming.save(
        _paper(convening, (folder / "convening-note.txt").read_text(encoding="utf-8"))
    )
    where = convening["meeting"]
    shipped = desk.meetings.by_code(where["code"])
    meeting = desk.meetings.save(
        replace(
            shipped,
            **{name: where[name] for name in ("start", "end", "city", "venue")},
            convening=_convening(convening),
        )
    )
    usual = [each.kind for each in desk.milestones.usual(meeting.id)]
    desk.milestones.add_usual(meeting.id, usual)
    desk.delegations.replace_all(meeting.id, [_delegate(row) for row in facts["delegates"]])
    note_id = desk.notes.create(NoteKind.NOMINATION, meeting.id, facts["profile"]["language"])
    desk.notes.update(note_id, replace(desk.notes.draft(note_id), dated=day))
    number = desk.notes.issue(note_id, day).number if issue else ""
    # Taken back piece by piece the sample would be no use to anybody.
    desk.history.forget()
    return SampleResult(meeting.id, note_id, paper.id, day, number)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _state(row: dict[str, Any], day: date) -> State:
    return State(
        iso3=row["iso3"],
        name=row["name"],
        status=Status.PARTY,
        signed=row["signed"],
        instrument=row["instrument"],
        deposited=row["deposited"],
        entry_into_force=row["entry_into_force"],
        sources=(row["source"],),
        as_of=day,
    )


def _profile(facts: dict[str, Any], iso3: str, emblem: bytes) -> Profile:
    names = {
        language: Names(**{**row, "letterhead": tuple(row["letterhead"])})
        for language, row in facts["names"].items()
    }
    return Profile(
        state_iso3=iso3,
        language=facts["profile"]["language"],
        names=names,
        emblem=emblem,
        number_pattern=NumberPattern(facts["profile"]["number_pattern"]),
        sample=True,
    )


def _paper(row: dict[str, Any], text: str) -> IncomingPaper:
    return IncomingPaper(
        reference=row["reference"],
        dated=row["dated"],
        sender=row["sender"],
        subject=row["subject"],
        received_on=row["received_on"],
        text=text,
    )


def _convening(row: dict[str, Any]) -> ConveningNote:
    return ConveningNote(
        reference=row["reference"],
        dated=row["dated"],
        sender=row["sender"],
        addressee=row["addressee"],
        address=tuple(row["address"]),
        email=row["email"],
        delegation_due=row["delegation_due"],
        delegation_due_as_written=row["delegation_due_as_written"],
    )


def _delegate(row: dict[str, Any]) -> Delegate:
    person = {name: text for name, text in row.items() if name != "role"}
    return Delegate(Person(**person), Role(row["role"]))
