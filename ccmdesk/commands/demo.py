"""The main job on the sample dossier, from the convening note to note and deadlines."""

import shutil
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ccmdesk.commands.output import json_text
from ccmdesk.commands.treaty import duty_json
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import EnvironmentFault, RefusedError
from ccmdesk.system.paths import DataFolder

# The sample stands two weeks before the delegations of the Eleventh Meeting had to be named.
SAMPLE_DAY = date(2023, 8, 16)


def demo(asked: Namespace) -> None:
    """Build the sample dossier and its papers under a folder, away from the officer's data."""
    for line in run_demo(asked.out):
        print(line)


def run_demo(out: Path) -> Iterator[str]:
    """Fill `out` with the sample dossier, the note, the duties and a summary; yield what was done.

    Raises RefusedError where `out` has a folder "dossier" that is not the sample's, and
    EnvironmentFault where it cannot be written.
    """
    from ccmdesk.app import open_desk
    from ccmdesk.services.sample import build_sample
    from ccmdesk.system.atomic_file import write_bytes

    dossier = out / "dossier"
    _make_room(dossier)
    desk = open_desk(dossier, FixedClock.on(SAMPLE_DAY))
    said = []

    def say(line: str) -> str:
        said.append(line)
        return line

    try:
        sample = build_sample(desk)
        profile = desk.profile.get()
        assert profile is not None
        meeting = desk.meetings.get(sample.meeting_id)
        convening = meeting.convening
        names = profile.names_in("en")
        assert convening.dated is not None
        assert meeting.start is not None
        assert meeting.end is not None
        yield say(
            f"Sample dossier of the {names.mission} (an invented State) on {spoken(SAMPLE_DAY)}."
        )
        yield say(f"Convening note {convening.reference} of {spoken(convening.dated)} registered.")
        yield say(f"  {meeting.name}, {meeting.venue}, {meeting.city},")
        yield say(f"  {spoken(meeting.start)} to {spoken(meeting.end)}.")
        yield say(f"  Answer to the {convening.addressee},")
        yield say(
            f"  {', '.join(line.rstrip(',') for line in convening.address)}; {convening.email}."
        )
        for finding in desk.notes.check(sample.note_id):
            yield say(f"Found ({finding.severity.value}, {finding.rule}): {finding.message}")
        line = desk.notes.issue(sample.note_id, SAMPLE_DAY)
        count = len(desk.delegations.of(sample.meeting_id))
        yield say(f"Note verbale No. {line.number} names {count} delegates; issued and sealed,")
        yield say(f"  SHA-256 {line.sha256}.")
        duties = desk.deadlines.duties()
        upcoming = [each for each in duties if each.days_left >= 0]
        yield say(f"{len(duties)} duties computed; the next ones:")
        for each in upcoming[:3]:
            yield say(f"  {spoken(each.duty.due)}  {each.duty.title}")
        write_bytes(out / "delegation-note.pdf", desk.notes.pdf(sample.note_id))
        listing = json_text([duty_json(each) for each in duties])
        write_bytes(out / "deadlines.json", f"{listing}\n".encode())
        write_bytes(out / "summary.txt", ("\n".join(said) + "\n").encode())
    finally:
        desk.close()
    yield "Made:"
    for name in ("delegation-note.pdf", "deadlines.json", "summary.txt"):
        yield f"  {out / name}"


def _make_room(dossier: Path) -> None:
    if not dossier.exists() or (dossier.is_dir() and not any(dossier.iterdir())):
        return
    # Anything that is not the sample's is somebody's: never cleared, whatever it is.
    if not DataFolder(dossier).database.exists() or not _holds_sample(dossier):
        raise RefusedError(
            f"“{dossier}” exists already and is not the sample dossier; name another folder."
        )
    try:
        shutil.rmtree(dossier)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EnvironmentFault(f"The folder “{dossier}” cannot be cleared ({reason}).") from error


def _holds_sample(dossier: Path) -> bool:
    from ccmdesk.services.first_look import first_look

    view = first_look(dossier, FixedClock.on(SAMPLE_DAY))
    return view is not None and view.sample
