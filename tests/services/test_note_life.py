"""The life of a note: who approves, how it left, and that nothing of it can be altered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.note_life import Channel, Proof, StepKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Series, StandIn
from ccmdesk.domain.register import NumberPattern
from ccmdesk.services.desk import Desk

HEAD = Person("Okoro", "Amina", "H.E. Ms.", "Ambassador", gender="f")
AMBASSADOR = StandIn("Amina Okoro", "Permanent Representative", end=date(2023, 8, 10))
CHARGE = StandIn(
    "Chidi Bello", "Chargé d’affaires a.i.", "Amina Okoro", date(2023, 8, 11), date(2023, 8, 31)
)


@pytest.fixture
def note(desk: Desk) -> int:
    """A draft that could be issued."""
    meeting_id = desk.meetings.adopt("11MSP").id
    desk.delegations.replace_all(meeting_id, [Delegate(HEAD, Role.HEAD)])
    return desk.notes.create(NoteKind.NOMINATION, meeting_id, "en")


@pytest.fixture
def approving(desk: Desk) -> Desk:
    """The desk of a mission where notes are approved."""
    profile = desk.profile.required()
    desk.profile.save(replace(profile, approval=True, approvers=(AMBASSADOR, CHARGE)))
    return desk


def test_a_mission_that_approves_issues_nothing_before(approving: Desk, note: int) -> None:
    desk = approving
    assert desk.life.possible(note) == (StepKind.SUBMITTED,)
    with pytest.raises(RefusedError, match="before it is approved"):
        desk.notes.issue(note)
    desk.life.submit(note, "chidi bello")
    with pytest.raises(RefusedError, match="waits for its approval"):
        desk.notes.issue(note)
    step = desk.life.approve(note, "chidi bello")
    assert (step.by, step.on_behalf_of) == ("Chidi Bello", "Amina Okoro")
    assert desk.notes.state(note) is NoteState.APPROVED
    assert desk.notes.issue(note, date(2023, 8, 17)).number == "1/2023"
    assert [each.kind for each in desk.life.steps(note)] == [
        StepKind.SUBMITTED,
        StepKind.APPROVED,
        StepKind.ISSUED,
    ]
    assert desk.safety.check(full=True).ok


def test_only_who_acts_today_approves(approving: Desk, note: int) -> None:
    life = approving.life
    assert life.approvers() == [CHARGE]
    with pytest.raises(RefusedError, match="Amina Okoro may approve to 10 August 2023 only"):
        life.submit(note, "Amina Okoro")
    with pytest.raises(RefusedError, match="today these are Chidi Bello"):
        life.submit(note, "Somebody")
    life.submit(note)
    with pytest.raises(InputError, match="Say who approves"):
        life.approve(note, " ")
    with pytest.raises(RefusedError, match="does not stand in for the Minister"):
        life.approve(note, "Chidi Bello", "the Minister")
    assert approving.notes.state(note) is NoteState.SUBMITTED


def test_what_was_submitted_is_edited_only_once_returned(approving: Desk, note: int) -> None:
    desk = approving
    desk.life.submit(note)
    draft = desk.notes.draft(note)
    with pytest.raises(RefusedError, match="have it returned"):
        desk.notes.update(note, replace(draft, addressee="President"))
    with pytest.raises(RefusedError, match="have it returned"):
        desk.notes.remove_draft(note)
    with pytest.raises(InputError, match="Give the reason"):
        desk.life.return_(note, "Chidi Bello", "  ")
    returned = desk.life.return_(note, "chidi bello", "The title of the head is old")
    assert (returned.by, returned.reason) == ("Chidi Bello", "The title of the head is old")
    assert returned.on_behalf_of == "Amina Okoro"
    desk.notes.update(note, replace(draft, addressee="President"))
    desk.life.submit(note)
    assert len(desk.life.steps(note)) == 3


def test_an_approval_covers_what_was_approved_only(approving: Desk, note: int) -> None:
    desk = approving
    desk.life.submit(note)
    desk.life.approve(note, "Chidi Bello")
    meeting = desk.notes.draft(note).meeting_id
    assert meeting is not None
    other = Person("New", "Head", functional_title="Ambassador")
    desk.delegations.replace_all(meeting, [Delegate(other, Role.HEAD)])
    with pytest.raises(RefusedError, match="other things than what was approved"):
        desk.notes.issue(note)
    desk.delegations.replace_all(meeting, [Delegate(HEAD, Role.HEAD)])
    assert desk.notes.issue(note).state is NoteState.ISSUED


def test_a_note_leaves_arrives_and_is_cancelled(desk: Desk, note: int) -> None:
    desk.notes.issue(note)
    slip = Proof("slip.pdf", b"%PDF stamped")
    at = datetime(2023, 8, 16, 8, 30, tzinfo=UTC)
    sent = desk.life.dispatch(note, Channel.HAND, at, "Office, Room C.117", "", slip)
    assert (sent.channel, sent.at, sent.recipient) == (Channel.HAND, at, "Office, Room C.117")
    assert desk.life.proof(sent.id) == slip
    desk.life.dispatch(note, Channel.POUCH, tracking="BAG 17")
    assert desk.notes.state(note) is NoteState.DISPATCHED
    got = desk.life.acknowledge(note, text="Received with thanks", proof=slip)
    assert (got.reason, got.proof_name) == ("Received with thanks", "slip.pdf")
    with pytest.raises(InputError, match="Give the reason"):
        desk.life.cancel(note, "")
    desk.life.cancel(note, "Sent to the wrong office", "Chidi Bello")
    line = desk.notes.line(note)
    assert (line.state, line.number) == (NoteState.CANCELLED, "1/2023")
    assert desk.life.possible(note) == ()
    assert [step.tracking for step in desk.life.steps(note)] == ["", "", "BAG 17", "", ""]
    assert desk.history.undo_label is None
    assert desk.safety.check(full=True).ok
    again = desk.notes.create(NoteKind.GENERAL, None, "en")
    assert desk.notes.next_number(date(2023, 8, 16)) == "2/2023"
    with pytest.raises(RefusedError, match="1/2023 is in the register already"):
        desk.notes.issue(again, number="1/2023")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2023, 8, 16, 9, 1, tzinfo=UTC), "lies ahead"),
        (datetime(2023, 8, 15, 9, 0, tzinfo=UTC), "dated 16 August 2023"),
    ],
)
def test_a_dispatch_lies_between_issue_and_now(
    desk: Desk, note: int, at: datetime, said: str
) -> None:
    desk.notes.issue(note)
    with pytest.raises(InputError, match=said) as raised:
        desk.life.dispatch(note, Channel.EMAIL, at)
    assert raised.value.field == "at"
    assert desk.notes.state(note) is NoteState.ISSUED


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, note: desk.life.dispatch(note, Channel.EMAIL),
        lambda desk, note: desk.life.acknowledge(note),
        lambda desk, note: desk.life.cancel(note, "Why not"),
        lambda desk, note: desk.life.approve(note, "Me"),
        lambda desk, note: desk.life.return_(note, "Me", "Why not"),
    ],
)
def test_steps_come_in_their_order(
    act: Callable[[Desk, int], object], desk: Desk, note: int
) -> None:
    with pytest.raises(RefusedError, match="This note is a draft; it is submitted or issued next"):
        act(desk, note)


def test_an_empty_proof_is_refused(desk: Desk, note: int) -> None:
    desk.notes.issue(note)
    with pytest.raises(InputError, match="proof is empty"):
        desk.life.dispatch(note, Channel.HAND, proof=Proof("slip.pdf", b""))
    with pytest.raises(InputError, match="No file was kept"):
        desk.life.proof(desk.life.steps(note)[0].id)


def test_a_typed_number_is_kept_and_counts(desk: Desk, note: int) -> None:
    desk.notes.issue(note, number=" 41/2023 ")
    assert desk.notes.line(note).number == "41/2023"
    assert desk.notes.next_number(date(2023, 8, 17)) == "42/2023"
    meeting = desk.notes.draft(note).meeting_id
    second = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    with pytest.raises(
        RefusedError, match=r"41/2023 is in the register already: note of 16 August 2023, “.+”"
    ):
        desk.notes.issue(second, number="41/2023")
    with pytest.raises(RefusedError, match="16 August 2023"):
        desk.notes.refuse_taken("41/2023")
    assert desk.notes.issue(second, number="43-n/Zed").number == "43-n/Zed"
    third = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    with pytest.raises(RefusedError, match="43-n/Zed is in the register already"):
        desk.notes.issue(third, number="43-N/ZED")
    with pytest.raises(InputError, match="not a register number"):
        desk.notes.issue(third, number="---")
    assert desk.notes.issue(third).number == "42/2023"
    late = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    assert desk.notes.issue(late, number="7/2023").number == "7/2023"
    assert desk.notes.next_number(date(2023, 8, 17)) == "43/2023"
    assert desk.safety.check(full=True).ok


def test_a_second_register_counts_by_itself(desk: Desk, note: int) -> None:
    profile = desk.profile.required()
    visas = Series("Visas", NumberPattern("V-{n}/{year}"))
    desk.profile.save(replace(profile, series=(visas,)))
    meeting = desk.notes.draft(note).meeting_id
    assert desk.notes.issue(note, series="Visas").number == "V-1/2023"
    main = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    assert desk.notes.issue(main).number == "1/2023"
    assert desk.notes.next_number(date(2023, 8, 16), "Visas") == "V-2/2023"
    other = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    with pytest.raises(InputError, match="no register “Protocol”"):
        desk.notes.issue(other, series="Protocol")
    assert desk.safety.check(full=True).ok


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ((Series(" ", NumberPattern("V{n}/{year}")),), "a name"),
        ((Series("Visas", NumberPattern("{n}/{year}")),), "same number pattern"),
        ((Series("Visas", NumberPattern("V{year}")),), "running number"),
    ],
)
def test_a_wrong_register_is_refused(desk: Desk, series: tuple[Series, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        desk.profile.save(replace(desk.profile.required(), series=series))


def test_what_the_mission_set_up_is_kept(approving: Desk) -> None:
    profile = approving.profile.required()
    wanted = replace(
        profile,
        series=(Series("Visas", NumberPattern("V{n}", "never")),),
        confirmed=frozenset({"ru.closing"}),
    )
    approving.profile.save(wanted)
    assert approving.profile.required() == wanted
