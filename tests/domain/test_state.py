"""Tests of a State and its facts."""

from datetime import date

from ccmdesk.domain.state import Fact, State, Status


def test_a_fact_is_found_by_its_name() -> None:
    fact = Fact("signed", "2008-12-03", "UN Treaty Collection", date(2013, 6, 30))
    state = State("XAV", "Avataria", Status.SIGNATORY, facts=(fact,))
    assert state.fact("signed") == fact
    assert state.fact("deposited") is None
