"""Tests of a State and its facts."""

from datetime import date

import pytest

from ccmdesk.domain.state import Fact, State, Status


@pytest.mark.parametrize(
    ("status", "observer"),
    [
        (Status.PARTY, False),
        (Status.SIGNATORY, True),
        (Status.WITHDRAWN, True),
        (Status.NOT_PARTY, True),
    ],
)
def test_who_is_not_a_party_attends_as_observer(status: Status, observer: bool) -> None:
    assert State("XAV", "Avataria", status).participates_as_observer is observer


def test_a_fact_is_found_by_its_name() -> None:
    fact = Fact("signed", "2008-12-03", "UN Treaty Collection", date(2013, 6, 30))
    state = State("XAV", "Avataria", Status.SIGNATORY, facts=(fact,))
    assert state.fact("signed") == fact
    assert state.fact("deposited") is None
