"""Notes: drafts follow the data, an issued note is frozen, numbers run without gap."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import EnvironmentFault, InputError, RefusedError
from ccmdesk.domain.note import Draft, NoteKind, NoteState, Part
from ccmdesk.domain.person import Person
from ccmdesk.domain.register import NumberPattern
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_findings import UNPRINTABLE_RULE
from ccmdesk.services.sample import SampleResult

HEAD = Person("Okoro", "Amina", "H.E. Ms.", "Ambassador", gender="f")


@pytest.fixture
def meeting(desk: Desk) -> int:
    """The Eleventh Meeting with its head of delegation."""
    meeting_id = desk.meetings.adopt("11MSP").id
    desk.delegations.replace_all(meeting_id, [Delegate(HEAD, Role.HEAD)])
    return meeting_id


def saying(draft: Draft, *texts: str) -> Draft:
    """Return the draft with free paragraphs after those of the template."""
    return replace(draft, body=(Part("statement"), *(Part("", text) for text in texts)))


def drafted(desk: Desk, meeting: int) -> int:
    return desk.notes.create(NoteKind.NOMINATION, meeting, "en")


def test_a_draft_follows_the_data_until_it_is_typed_over(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    convening = desk.meetings.get(meeting).convening
    content = desk.notes.content(note)
    assert (content.addressee, content.address) == (convening.addressee, convening.reply_to)
    assert (content.reference, content.reference_dated) == ("ODA/2023-00050", date(2023, 3, 21))
    assert (content.dated, content.number, content.number_shown) == (
        date(2023, 8, 16),
        "",
        "____/2023",
    )
    desk.notes.update(note, replace(desk.notes.draft(note), addressee="President", address=()))
    typed = desk.notes.content(note)
    assert (typed.addressee, typed.address) == ("President", ())
    assert typed.reference == "ODA/2023-00050"


def test_every_keystroke_is_kept_and_counts_as_one_step(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    for end in range(1, 6):
        desk.notes.update(note, saying(desk.notes.draft(note), "Hello"[:end]))
    assert desk.notes.draft(note).body[-1].text == "Hello"
    assert desk.history.undo() == "Edit the draft"
    assert desk.notes.draft(note).body == ()
    assert desk.history.undo_label == "Start a note"
    desk.history.redo()
    assert desk.notes.draft(note).body[-1].text == "Hello"


def test_composing_stores_nothing(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    changed = saying(desk.notes.draft(note), "One more thing.")
    assert desk.notes.compose(changed).body == changed.body
    assert desk.notes.draft(note).body == ()


def test_issuing_freezes_text_and_bytes(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    live = desk.notes.content(note)
    line = desk.notes.issue(note)
    sealed, frozen = desk.notes.pdf(note), desk.notes.content(note)
    assert (line.state, line.number) == (NoteState.ISSUED, "1/2023")
    assert line.sha256 == hashlib.sha256(sealed).hexdigest()
    assert sealed.startswith(b"%PDF")
    assert frozen.number == frozen.number_shown == "1/2023"
    assert [each.person.full_name for each in frozen.delegates] == ["Amina Okoro"]
    assert (frozen.names, frozen.layout, frozen.address) == (
        live.names,
        live.layout,
        live.address,
    )
    desk.delegations.replace_all(meeting, [Delegate(Person("New", "Head"), Role.HEAD)])
    desk.meetings.save(replace(desk.meetings.get(meeting), name="Renamed"))
    profile = desk.profile.required()
    desk.profile.save(profile.with_names("en", replace(profile.names["en"], city="Bern")))
    assert desk.notes.content(note) == frozen
    assert desk.notes.pdf(note) == sealed
    assert desk.notes.lines()[0] == line


def test_the_frozen_note_gives_the_sealed_bytes_again_with_its_emblem(
    bare: Desk, sample: SampleResult
) -> None:
    from ccmdesk.documents.note_verbale import note_pdf

    bare.notes.issue(sample.note_id)
    sealed = bare.notes.pdf(sample.note_id)
    bare.profile.save(replace(bare.profile.required(), emblem=None))
    frozen = bare.notes.content(sample.note_id)
    assert frozen.emblem is not None
    assert note_pdf(frozen, draft=False) == sealed


def test_an_issued_note_refuses_every_change(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    desk.notes.issue(note)
    draft = desk.notes.draft(note)
    with pytest.raises(RefusedError, match="issued note cannot be changed"):
        desk.notes.update(note, saying(draft, "Other"))
    with pytest.raises(RefusedError, match="issued note cannot be changed"):
        desk.notes.remove_draft(note)
    with pytest.raises(RefusedError, match="issued already"):
        desk.notes.issue(note)
    with pytest.raises(RefusedError, match="“Issue the note” cannot be taken back"):
        desk.history.undo()
    assert desk.history.undo_label is None
    assert desk.notes.draft(note) == draft
    assert desk.notes.draft(note).dated == date(2023, 8, 16)


def test_numbers_run_without_gap_and_restart_with_the_year(desk: Desk, meeting: int) -> None:
    numbers = [
        desk.notes.issue(drafted(desk, meeting), on).number
        for on in (date(2023, 8, 16), date(2023, 8, 17), date(2024, 1, 2), date(2023, 8, 18))
    ]
    assert numbers == ["1/2023", "2/2023", "1/2024", "3/2023"]
    assert desk.notes.next_number(date(2024, 1, 3)) == "2/2024"


def test_a_register_that_never_restarts_counts_on(desk: Desk, meeting: int) -> None:
    pattern = NumberPattern("CCM/{n:03d}", restart="never")
    desk.profile.save(replace(desk.profile.required(), number_pattern=pattern))
    days = (date(2023, 8, 16), date(2024, 8, 16))
    numbers = [desk.notes.issue(drafted(desk, meeting), on).number for on in days]
    assert numbers == ["CCM/001", "CCM/002"]


def test_a_number_that_is_taken_is_refused_and_nothing_is_lost(desk: Desk, meeting: int) -> None:
    desk.notes.issue(drafted(desk, meeting))
    profile = desk.profile.required()
    never = replace(profile.number_pattern, restart="never")
    desk.profile.save(replace(profile, number_pattern=never))
    note = drafted(desk, meeting)
    with pytest.raises(RefusedError, match="1/2023 is in the register already"):
        desk.notes.issue(note)
    desk.profile.save(profile)
    assert desk.notes.issue(note).number == "2/2023"


def test_what_blocks_is_said_and_takes_no_number(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    desk.delegations.replace_all(meeting, [Delegate(HEAD, Role.EXPERT)])
    with pytest.raises(
        RefusedError,
        match=r"cannot be issued yet: Nobody is named head.*\. Choose the head of delegation\.",
    ):
        desk.notes.issue(note)
    desk.delegations.replace_all(meeting, [Delegate(HEAD, Role.HEAD)])
    assert desk.notes.issue(note).number == "1/2023"


def test_a_rendering_that_fails_takes_no_number(
    desk: Desk, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = drafted(desk, meeting)

    def full_disk(*_: object, **__: object) -> bytes:
        raise EnvironmentFault("There is no room left.")

    with monkeypatch.context() as patched:
        patched.setattr("ccmdesk.documents.note_verbale.note_pdf", full_disk)
        with pytest.raises(EnvironmentFault, match="no room"):
            desk.notes.issue(note)
    assert desk.notes.lines()[0].state is NoteState.DRAFT
    assert desk.notes.issue(note).number == "1/2023"
    assert desk.safety.check().ok


def test_a_character_no_font_has_blocks_and_is_named_with_its_place(
    desk: Desk, meeting: int
) -> None:
    strange = replace(HEAD, given_names="Amina \U00013080")
    desk.delegations.replace_all(meeting, [Delegate(strange, Role.HEAD)])
    note = drafted(desk, meeting)
    desk.notes.update(note, saying(desk.notes.draft(note), "Fine.", "A \u9f98."))
    found = [each for each in desk.notes.check(note) if each.rule == UNPRINTABLE_RULE]
    assert [each.where for each in found] == ["text", "delegation: Amina \U00013080 Okoro"]
    assert "“龘” (CJK UNIFIED IDEOGRAPH-9F98) in the paragraph 3." in found[0].message
    assert "EGYPTIAN HIEROGLYPH D010" in found[1].message
    with pytest.raises(RefusedError, match="EGYPTIAN HIEROGLYPH D010"):
        desk.notes.issue(note)


def test_the_venue_is_looked_at_too(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    desk.meetings.save(replace(desk.meetings.get(meeting), venue="\u9f98"))
    [found] = [each for each in desk.notes.check(note) if each.rule == UNPRINTABLE_RULE]
    assert found.where == "meeting"


def test_a_removed_draft_comes_back_as_it_was(desk: Desk, meeting: int) -> None:
    note = drafted(desk, meeting)
    desk.notes.update(note, saying(desk.notes.draft(note), "Kept."))
    draft = desk.notes.draft(note)
    desk.notes.remove_draft(note)
    with pytest.raises(InputError, match=f"no note {note}"):
        desk.notes.draft(note)
    assert desk.history.undo() == "Remove the draft"
    assert desk.notes.draft(note) == draft


def test_lines_are_found_by_state_year_and_word(desk: Desk, meeting: int) -> None:
    issued = desk.notes.issue(drafted(desk, meeting), date(2022, 12, 31))
    draft = drafted(desk, meeting)
    assert {line.id for line in desk.notes.lines()} == {issued.id, draft}
    assert [line.id for line in desk.notes.lines(NoteState.DRAFT)] == [draft]
    assert [line.id for line in desk.notes.lines(year=2022)] == [issued.id]
    assert [line.id for line in desk.notes.lines(search="1/2022 secretary")] == [issued.id]
    assert desk.notes.lines(search="nothing of the kind") == []


def test_an_export_is_the_sealed_bytes_and_replaces_a_former_one(
    desk: Desk, meeting: int, tmp_path: Path
) -> None:
    note = drafted(desk, meeting)
    target = tmp_path / "note.pdf"
    desk.notes.export(note, target)
    as_draft = target.read_bytes()
    desk.notes.issue(note)
    desk.notes.export(note, target)
    assert target.read_bytes() == desk.notes.pdf(note) != as_draft
    assert [path.name for path in tmp_path.iterdir() if "note" in path.name] == ["note.pdf"]
    with pytest.raises(EnvironmentFault, match="could not be written"):
        desk.notes.export(note, tmp_path / "missing" / "note.pdf")


def test_a_note_in_a_language_without_typed_names_takes_the_usual_ones(
    desk: Desk, meeting: int
) -> None:
    note = desk.notes.create(NoteKind.NOMINATION, meeting, "fr")
    assert "Nigéria" in desk.notes.content(note).names.state
    with pytest.raises(InputError, match="written in en, fr, es, ru, ar, zh"):
        desk.notes.create(NoteKind.NOMINATION, meeting, "de")


def test_notes_outlive_the_desk(desk: Desk, meeting: int, data_dir: Path) -> None:
    line = desk.notes.issue(drafted(desk, meeting))
    sealed = desk.notes.pdf(line.id)
    desk.close()
    again = open_desk(data_dir, FixedClock.on(date(2024, 1, 1)))
    assert again.notes.lines() == [line]
    assert again.notes.pdf(line.id) == sealed
    assert again.history.undo() is None
    again.close()


def test_without_a_mission_there_is_no_note(bare: Desk) -> None:
    meeting = bare.meetings.adopt("11MSP").id
    note = bare.notes.create(NoteKind.NOMINATION, meeting, "en")
    with pytest.raises(InputError, match="no mission yet"):
        bare.notes.content(note)


def test_a_register_moved_while_it_is_open_is_told_and_taken_up_again(
    desk: Desk, meeting: int, tmp_path: Path
) -> None:
    note = drafted(desk, meeting)
    (database,) = tmp_path.rglob("ccmdesk.sqlite3")
    aside = database.with_name("aside.sqlite3")
    database.rename(aside)
    with pytest.raises(EnvironmentFault, match="was moved, renamed or deleted"):
        desk.notes.update(note, saying(desk.notes.draft(note), "Half typed"))
    aside.rename(database)
    desk.notes.update(note, saying(desk.notes.draft(note), "Typed again"))
    assert desk.notes.draft(note).body[-1].text == "Typed again"


def test_another_addressee_does_not_keep_the_address_of_the_secretariat(desk: Desk) -> None:
    note = desk.notes.create(NoteKind.QUERY, None, "en")
    followed = desk.notes.content(note).address
    assert "ccm@un.org" in followed
    for addressee, address in (
        ("Ministry of Foreign Affairs of El Salvador", ()),
        ("Comité international de la Croix-Rouge", ()),
        ("Secretary of the Eleventh Meeting of States Parties", followed),
        ("Office for Disarmament Affairs", followed),
    ):
        desk.notes.update(note, replace(desk.notes.draft(note), addressee=addressee))
        assert desk.notes.content(note).address == address
    desk.notes.update(note, replace(desk.notes.draft(note), addressee="ICRC", address=("Geneva",)))
    assert desk.notes.content(note).address == ("Geneva",)
