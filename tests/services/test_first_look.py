"""The first look: how things stand today, without the weight of the rest."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_deadlines, open_meetings, open_states
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.state import State, Status
from ccmdesk.services.desk import Desk
from ccmdesk.services.first_look import first_look
from ccmdesk.services.sample import SampleResult
from tests.services.conftest import CLOCK

HEAVY = "{'sqlalchemy', 'reportlab', 'PIL', 'PySide6', 'platformdirs', 'tomllib', 'difflib'}"


def test_an_unused_folder_stays_unused(data_dir: Path) -> None:
    assert first_look(data_dir, CLOCK) is None
    assert len(open_states(data_dir)) == 125
    assert "11MSP" in [meeting.code for meeting in open_meetings(data_dir)]
    service, own = open_deadlines(data_dir, CLOCK)
    assert own is None
    assert service.duties("NGA")
    assert not data_dir.exists()


def test_before_a_mission_there_is_nothing_to_see(bare: Desk, data_dir: Path) -> None:
    assert first_look(data_dir, CLOCK) is None


def test_it_shows_what_the_services_show(bare: Desk, sample: SampleResult, data_dir: Path) -> None:
    second = bare.notes.create(NoteKind.NOMINATION, sample.meeting_id, "fr")
    bare.notes.issue(sample.note_id)
    view = first_look(data_dir, CLOCK)
    assert view is not None
    profile = bare.profile.required()
    names = profile.names["en"]
    assert (view.today, view.language, view.sample) == (date(2023, 8, 16), "en", True)
    assert (view.mission_name, view.state_name) == (names.mission, names.state)
    assert [line.id for line in view.notes] == [second, sample.note_id]
    assert [line.state for line in view.notes] == [NoteState.DRAFT, NoteState.ISSUED]
    assert sorted(view.notes, key=lambda line: line.id) == sorted(
        bare.notes.lines(), key=lambda line: line.id
    )
    assert [meeting.code for meeting in view.meetings] == ["11MSP"]
    assert view.meetings[0] == bare.meetings.get(sample.meeting_id)
    pending = (DutyStatus.OPEN, DutyStatus.OVERDUE)
    assert list(view.deadlines) == [
        each for each in bare.deadlines.duties() if each.status in pending
    ]
    assert view.overdue == 0


def test_overdue_and_done_are_seen_at_once(
    bare: Desk, sample: SampleResult, data_dir: Path
) -> None:
    later = FixedClock.on(date(2023, 9, 20))
    view = first_look(data_dir, later)
    assert view is not None
    late = next(each for each in view.deadlines if each.status is DutyStatus.OVERDUE)
    # What the note asked, with what the meeting of the sample usually asks beside it.
    overdue = view.overdue
    assert overdue == 6
    bare.deadlines.mark_done(late.duty.key, date(2023, 8, 16), "Note 1/2023", "email")
    view = first_look(data_dir, later)
    assert view is not None
    assert view.overdue == overdue - 1
    assert late.duty.key not in [each.duty.key for each in view.deadlines]


def test_own_facts_are_seen(bare: Desk, data_dir: Path) -> None:
    own = State("QQQ", "Ruritania", Status.SIGNATORY, signed=date(2008, 12, 3), sources=("x",))
    bare.states.add_own(own)
    meeting = bare.meetings.save(Meeting("INT", "Informal", start=date(2023, 9, 1)))
    assert own in open_states(data_dir)
    assert meeting in open_meetings(data_dir)
    bare.meetings.remove(meeting.id)
    assert meeting not in open_meetings(data_dir)


def test_the_deadlines_without_a_desk_know_the_mission(
    bare: Desk, sample: SampleResult, data_dir: Path
) -> None:
    service, own = open_deadlines(data_dir, CLOCK)
    assert own == "XAV"
    assert service.duties() == bare.deadlines.duties()


def test_what_is_wrong_with_the_file_is_told(desk: Desk, data_dir: Path) -> None:
    desk.close()
    file = data_dir / "ccmdesk.sqlite3"
    file.unlink()
    with pytest.raises(EnvironmentFault, match="is missing"):
        first_look(data_dir, CLOCK)
    file.write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="is empty"):
        first_look(data_dir, CLOCK)


@pytest.mark.parametrize("module", ["first_look", "desk"])
def test_it_is_light(module: str, desk: Desk, data_dir: Path) -> None:
    look = (
        "from datetime import date; from pathlib import Path;"
        "from ccmdesk.domain.clock import FixedClock;"
        "from ccmdesk.services.first_look import first_look;"
        f"assert first_look(Path({str(data_dir)!r}), FixedClock.on(date(2023, 8, 16)));"
        if module == "first_look"
        else ""
    )
    heavy = HEAVY if module == "desk" else HEAVY.replace(", 'tomllib'", "")
    code = (
        f"import sys; import ccmdesk.services.{module}; {look}"
        f"found = {heavy} & {{name.split('.')[0] for name in sys.modules}};"
        "sys.exit(f'loaded: {sorted(found)}' if found else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_drafts_come_first(bare: Desk, sample: SampleResult, data_dir: Path) -> None:
    bare.notes.issue(sample.note_id)
    for _ in range(14):
        bare.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en")
    view = first_look(data_dir, CLOCK)
    assert view is not None
    assert {line.state for line in view.notes} == {NoteState.DRAFT}
