"""Tests of the order of a delegation."""

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.delegation import Delegate, Role, heads, in_listing_order
from ccmdesk.domain.person import Person

DELEGATIONS = st.lists(st.sampled_from(Role), max_size=12).map(
    lambda roles: [Delegate(Person(f"P{n}"), role, id=n) for n, role in enumerate(roles)]
)


@given(DELEGATIONS)
def test_the_head_is_listed_first_and_the_rest_stays_in_order(delegates: list[Delegate]) -> None:
    listed = in_listing_order(delegates)
    assert list(listed[: len(heads(delegates))]) == heads(delegates)
    others = [each for each in delegates if each.role is not Role.HEAD]
    assert list(listed[len(heads(delegates)) :]) == others
