"""The words in which the window tells the life of a note."""

from datetime import UTC, datetime

import pytest

from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.ui.note_life_words import step_facts


@pytest.mark.parametrize(
    ("tracking", "told"),
    [
        ("RB 123 456 789 CH", "no. RB 123 456 789 CH"),
        ("77", "no. 77"),
        ("Message 12", "receipt: Message 12"),
        ("signed for by the guard", "receipt: signed for by the guard"),
    ],
)
def test_a_number_is_told_as_a_number_and_words_as_words(tracking: str, told: str) -> None:
    at = datetime(2023, 8, 16, 10, 0, tzinfo=UTC)
    step = NoteStep(StepKind.DISPATCHED, at, at, "A. Clerk", tracking=tracking)
    assert step_facts(step).endswith(f" · {told}")
