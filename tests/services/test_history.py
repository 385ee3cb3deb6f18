"""Undo and redo: a hundred deep, honest about what cannot be taken back, heard by the pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk

CLOCK = FixedClock.on(date(2023, 8, 16))


def families(desk: Desk) -> list[str]:
    return [person.family_name for person in desk.people.all()]


def labels(desk: Desk) -> tuple[str | None, str | None]:
    return desk.history.undo_label, desk.history.redo_label


def test_nothing_to_take_back(bare: Desk) -> None:
    assert bare.history.undo() is None
    assert bare.history.redo() is None
    assert labels(bare) == (None, None)


def test_a_hundred_steps_and_no_more(bare: Desk) -> None:
    for number in range(105):
        bare.people.save(Person(f"P{number:03d}"))
    undone = 0
    while bare.history.undo() is not None:
        undone += 1
    assert undone == 100
    assert families(bare) == [f"P{number:03d}" for number in range(5)]
    while bare.history.redo() is not None:
        undone -= 1
    assert undone == 0
    assert len(families(bare)) == 105


def test_a_new_act_ends_what_could_be_repeated(bare: Desk) -> None:
    bare.people.save(Person("A"))
    bare.history.undo()
    assert labels(bare) == (None, "Add the person")
    bare.people.save(Person("B"))
    assert labels(bare) == ("Add the person", None)
    assert families(bare) == ["B"]


def test_what_another_window_changed_is_not_overwritten(bare: Desk, data_dir: Path) -> None:
    person = bare.people.save(Person("A"))
    bare.people.save(replace(person, family_name="B"))
    other = open_desk(data_dir, CLOCK)
    other.people.save(replace(person, family_name="C"))
    other.close()
    with pytest.raises(RefusedError, match=r"“Change the person” cannot be taken back.*since"):
        bare.history.undo()
    assert families(bare) == ["C"]
    assert bare.history.undo_label == "Add the person"


def test_a_code_taken_meanwhile_is_told(bare: Desk, data_dir: Path) -> None:
    adopted = bare.meetings.adopt("11MSP")
    bare.meetings.remove(adopted.id)
    other = open_desk(data_dir, CLOCK)
    other.meetings.adopt("11MSP")
    other.close()
    with pytest.raises(RefusedError, match="“Remove the meeting” cannot be taken back"):
        bare.history.undo()


def test_an_act_without_effect_is_no_step(bare: Desk) -> None:
    heard: list[frozenset[str]] = []
    person = bare.people.save(Person("A"))
    bare.history.forget()
    bare.changes.subscribe(heard.append)
    bare.people.save(person)
    assert bare.history.undo_label is None
    assert heard == []


def test_pages_hear_of_acts_and_of_their_undoing(bare: Desk) -> None:
    heard: list[frozenset[str]] = []
    stop = bare.changes.subscribe(heard.append)
    bare.people.save(Person("A"))
    bare.history.undo()
    assert heard == [frozenset({"people", "delegations"})] * 2
    stop()
    bare.history.redo()
    assert len(heard) == 2
    stop()


def test_a_failed_act_is_not_heard_of(bare: Desk) -> None:
    heard: list[frozenset[str]] = []
    bare.changes.subscribe(heard.append)
    with pytest.raises(RefusedError, match="removed"):
        bare.incoming.remove(99)
    assert heard == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["add", "change", "remove", "undo", "redo"]), max_size=12))
def test_undoing_everything_leads_back_to_the_beginning(bare: Desk, acts: list[str]) -> None:
    while bare.history.undo() is not None:
        continue
    before = bare.people.all()
    for number, act in enumerate(acts):
        people = bare.people.all()
        if act == "add":
            bare.people.save(Person(f"P{number}"))
        elif act == "change" and people:
            bare.people.save(replace(people[0], given_names=f"G{number}"))
        elif act == "remove" and people:
            bare.people.remove(people[-1].id)
        elif act == "undo":
            bare.history.undo()
        elif act == "redo":
            bare.history.redo()
    after = bare.people.all()
    steps = 0
    while bare.history.undo() is not None:
        steps += 1
    assert bare.people.all() == before
    for _ in range(steps):
        bare.history.redo()
    assert bare.people.all() == after
    assert bare.safety.check().ok
