"""Profile, States, meetings, people and papers: kept, corrected, found, taken back."""

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.register import NumberPattern
from ccmdesk.domain.state import State, Status
from ccmdesk.services.desk import Desk
from ccmdesk.services.emblem import checked_emblem
from ccmdesk.services.search_text import folded, matches

NAMES = Names("Permanent Mission of Ruritania", "Ruritania", "Geneva", letterhead=("A", "B"))


def picture(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, size, 1).save(out, kind)
    return out.getvalue()


# Profile


def test_a_profile_is_given_back_as_it_was_saved(bare: Desk) -> None:
    assert bare.profile.get() is None
    saved = bare.profile.save(
        Profile(
            "NGA",
            "en",
            {"en": NAMES, "fr": replace(NAMES, of_state="de Ruritanie")},
            emblem=picture("PNG"),
            layout=Layout(margin_left=31.5, paper="Letter"),
            number_pattern=NumberPattern("1-{n}", "never"),
            first_annual_year=2026,
        )
    )
    assert bare.profile.get() == saved
    assert saved.names["en"] == NAMES
    assert saved.layout.margin_left == 31.5
    assert bare.profile.recorded_since() == date(2023, 8, 16)
    assert bare.profile.save(saved) == saved


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"state_iso3": "NGR"}, "state"),
        ({"language": "de"}, "language"),
        ({"language": "fr"}, "mission"),
        ({"names": {"en": replace(NAMES, mission=" ")}}, "mission"),
        ({"names": {"en": replace(NAMES, state="")}}, "state_name"),
        ({"names": {"en": replace(NAMES, city="")}}, "city"),
        ({"layout": Layout(margin_top=5)}, "margin_top"),
        ({"number_pattern": NumberPattern("{n}")}, "number_pattern"),
        ({"emblem": b"no picture"}, "emblem"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named(
    bare: Desk, changed: dict[str, object], field: str
) -> None:
    good = Profile("NGA", "en", {"en": NAMES})
    with pytest.raises(InputError) as raised:
        bare.profile.save(replace(good, **changed))  # type: ignore[arg-type]
    assert raised.value.field == field
    assert bare.profile.get() is None


def test_a_profile_is_not_replaced_unasked(desk: Desk) -> None:
    before = desk.profile.required()
    with pytest.raises(RefusedError, match="has a mission already"):
        desk.profile.save(replace(before, sample=True), force=False)
    assert desk.profile.get() == before


def test_the_register_counts_from_its_first_day(desk: Desk) -> None:
    desk.profile.save(replace(desk.profile.required(), first_annual_year=2030))
    assert desk.profile.recorded_since() == date(2023, 8, 16)


@pytest.mark.parametrize(
    "data",
    [
        picture("PNG"),
        picture("JPEG"),
        picture("PNG", mode="L"),
        picture("PNG", mode="P"),
        picture("JPEG", mode="CMYK"),
        picture("PNG", mode="I;16"),
        picture("PNG", size=(3000, 10)),
    ],
    ids=["png", "jpeg", "grey", "palette", "cmyk", "sixteen bits", "wide"],
)
def test_an_emblem_becomes_a_small_png(data: bytes) -> None:
    with Image.open(BytesIO(checked_emblem(data))) as made:
        assert made.format == "PNG"
        assert made.mode in ("RGB", "RGBA")
        assert max(made.size) <= 1200


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", picture("GIF"), picture("PNG")[:60], b"\x89PNG\r\n\x1a\n", b"x" * 10_500_000],
    ids=["nothing", "word", "gif", "cut off", "head only", "too large"],
)
def test_no_picture_is_no_emblem(data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        checked_emblem(data)
    assert raised.value.field == "emblem"


# States


def test_a_slip_in_a_code_is_answered_with_the_nearest(bare: Desk) -> None:
    assert bare.states.get(" nga ").name == "Nigeria"
    with pytest.raises(InputError, match=r"did you mean \w{3} \("):
        bare.states.get("NGX")
    with pytest.raises(InputError, match=r"NGA \(Nigeria\)"):
        bare.states.get("Nigeriia")
    with pytest.raises(InputError, match="ccmdesk states"):
        bare.states.get("§§§")


def test_an_own_state_stands_beside_the_shipped_one(bare: Desk) -> None:
    shipped = bare.states.get("NGA")
    corrected = State("NGA", "Nigeria", Status.PARTY, deposited=date(2023, 2, 27), sources=("x",))
    bare.states.add_own(corrected)
    assert bare.states.get("NGA") == corrected
    assert len(bare.states.all()) == 125
    assert bare.history.undo() == "Keep an own State"
    assert bare.states.get("NGA") == shipped
    with pytest.raises(InputError, match="three capital letters"):
        bare.states.add_own(replace(corrected, iso3="ng"))


def test_a_state_outside_the_convention_can_keep_its_notes_here(bare: Desk) -> None:
    sudan = bare.states.get("sdn")
    assert (sudan.name, sudan.status) == ("Sudan", Status.NOT_PARTY)
    everybody = bare.states.everybody()
    assert len(everybody) == 197
    assert [each.name for each in everybody] == sorted(each.name for each in everybody)
    owed = bare.deadlines.duties("USA", start=date(2020, 1, 1), end=date(2030, 1, 1))
    assert not [each for each in owed if each.duty.kind is not DutyKind.MEETING_MILESTONE]


def test_states_by_standing(bare: Desk) -> None:
    counts = Counter(state.status for state in bare.states.all())
    assert counts[Status.SIGNATORY] == 12
    assert counts[Status.WITHDRAWN] == 1
    assert sum(counts.values()) == len(bare.states.all())


# Meetings


def test_a_shipped_meeting_is_adopted_once(bare: Desk) -> None:
    shipped = bare.meetings.by_code("11msp")
    assert shipped.id == 0
    adopted = bare.meetings.adopt("11MSP")
    assert adopted.id > 0
    assert replace(adopted, id=0) == shipped
    assert bare.meetings.adopt("11MSP") == adopted
    codes = [meeting.code for meeting in bare.meetings.all()]
    assert codes.count("11MSP") == 1


def test_a_correction_wins_and_goes_with_undo(bare: Desk) -> None:
    adopted = bare.meetings.adopt("11MSP")
    note = ConveningNote("REF", date(2023, 1, 1), "S", "A", ("x", "y"), "e@example.org")
    changed = bare.meetings.save(replace(adopted, venue="Room XX", convening=note))
    assert bare.meetings.get(adopted.id) == changed
    assert changed.convening == note
    bare.history.undo()
    assert bare.meetings.by_code("11MSP") == adopted
    bare.meetings.remove(adopted.id)
    assert bare.meetings.by_code("11MSP").id == 0
    assert bare.history.undo() == "Remove the meeting"
    assert bare.meetings.by_code("11MSP") == adopted


def test_a_removed_code_is_free_again_and_undo_says_when_it_is_not(bare: Desk) -> None:
    first = bare.meetings.save(Meeting("INT", "Informal meeting"))
    bare.meetings.remove(first.id)
    second = bare.meetings.save(Meeting("INT", "Another informal meeting"))
    assert bare.history.undo() == "Add the meeting"
    assert bare.history.undo() == "Remove the meeting"
    assert bare.meetings.by_code("INT").name == first.name
    assert second.id != first.id
    with pytest.raises(InputError, match="has the code INT already"):
        bare.meetings.save(Meeting("int", "A third one"))


def test_an_unknown_code_is_answered_with_the_nearest(bare: Desk) -> None:
    with pytest.raises(InputError, match=r"did you mean \d+MSP\?"):
        bare.meetings.by_code("1lMSP")
    with pytest.raises(InputError, match="ccmdesk meetings"):
        bare.meetings.by_code("##")


# People


def test_people_are_found_without_case_and_accents(bare: Desk) -> None:
    zoe = bare.people.save(Person("Müller", " Zoë  Anna ", organization="Straße"))
    ole = bare.people.save(Person("Østby", "Ole", email="ole@example.org"))
    assert zoe.given_names == "Zoë Anna"
    assert bare.people.all(search="MULLER zoe") == [zoe]
    assert bare.people.all(search="strasse") == [zoe]
    assert bare.people.all(search="ostby") == [ole]
    assert bare.people.all() == [zoe, ole]
    with pytest.raises(InputError, match="not an e-mail"):
        bare.people.save(replace(ole, email="nowhere"))


def test_a_removed_person_comes_back(bare: Desk) -> None:
    person = bare.people.save(Person("A"))
    bare.people.remove(person.id)
    assert bare.people.all() == []
    bare.history.undo()
    assert bare.people.all() == [person]
    with pytest.raises(InputError, match="not stored here"):
        bare.people.get(99)


def test_folding() -> None:
    assert folded("ŁÓDŹ Œuvre İ") == folded("lodz oeuvre i")
    assert matches("", "anything")
    assert not matches("b", "a")


# Papers


def test_papers_are_kept_with_their_files(bare: Desk) -> None:
    paper = IncomingPaper("REF", date(2023, 8, 1), "Sender", "Subject", None, "Text", "a.pdf", b"%")
    kept = bare.incoming.save(paper)
    assert kept == replace(paper, id=kept.id, received_on=date(2023, 8, 16))
    assert bare.incoming.all() == [kept]
    changed = bare.incoming.save(replace(kept, subject="Other"))
    assert bare.incoming.all() == [changed]
    bare.incoming.remove(kept.id)
    assert bare.incoming.all() == []
    bare.history.undo()
    bare.history.undo()
    assert bare.incoming.all() == [kept]
    with pytest.raises(InputError, match="before it was written"):
        bare.incoming.save(replace(paper, received_on=date(2023, 7, 1)))
    with pytest.raises(InputError, match="reference, a subject or its text"):
        bare.incoming.save(IncomingPaper(sender="Somebody"))
