"""Checks the list of the delegation as a whole, and against what is kept about its members."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.delegation import Delegate, heads
from ccmdesk.domain.finding import Finding, remark, stop, warning
from ccmdesk.domain.names_alike import folded_words, spelt_otherwise
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import ChangeKind
from ccmdesk.domain.ranks import from_capital
from ccmdesk.domain.surroundings import Surroundings


def delegation_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what is wrong with the list of the delegation."""
    if content.kind is NoteKind.REGRETS and around.delegation:
        count = len(around.delegation)
        yield warning(
            "regrets-with-delegation",
            "delegation",
            f"The note regrets, but {count} member{'s are' if count > 1 else ' is'} listed in the"
            " delegation to this meeting.",
            "Remove the delegation under the meeting, or nominate it instead.",
            source.OWN_NOTES,
        )
    if not RULES[content.kind].lists_delegation:
        return
    delegates = content.delegates
    if not delegates:
        yield stop(
            "no-delegates",
            "delegation",
            "The delegation has no members.",
            "Add the members under the meeting.",
            source.PARTICIPANTS,
        )
        return
    yield from _heads(delegates)
    yield from _twice(delegates)
    # A name that the note itself corrects differs from the earlier one on purpose.
    corrected = {
        change.after.person.full_name
        for change in content.matter.changes
        if change.kind is ChangeKind.NAME and change.after
    }
    for delegate in delegates:
        if delegate.person.full_name not in corrected:
            yield from _spelling(delegate, around)
        name = delegate.person.full_name
        if name in around.elsewhere:
            yield warning(
                "person-elsewhere",
                f"delegation: {name}",
                around.elsewhere[name],
                "Ask which meeting the person goes to.",
                source.PEOPLE,
            )
    if around.kept:
        yield from _passes(content)
        yield from _travel(content, around)


def _heads(delegates: Sequence[Delegate]) -> Iterator[Finding]:
    leading = heads(delegates)
    if not leading:
        yield stop(
            "no-head",
            "delegation",
            "Nobody is named head of delegation.",
            "Choose the head of delegation.",
            source.ONE_HEAD,
        )
    if len(leading) > 1:
        names = " and ".join(delegate.person.full_name for delegate in leading)
        yield stop(
            "two-heads",
            "delegation",
            f"{names} are both head of delegation.",
            "Leave one head; make the other an alternate head.",
            source.ONE_HEAD,
        )


def _twice(delegates: Sequence[Delegate]) -> Iterator[Finding]:
    counted = Counter(_key(delegate) for delegate in delegates)
    for key, count in counted.items():
        if count > 1:
            twice = next(delegate for delegate in delegates if _key(delegate) == key)
            yield stop(
                "person-twice",
                "delegation",
                f"{twice.person.full_name} stands {count} times in the list.",
                "Remove the entry that is too many.",
                source.PARTICIPANTS,
            )
    for place, one in enumerate(delegates):
        for other in delegates[place + 1 :]:
            if _key(one) != _key(other) and spelt_otherwise(one.person, other.person):
                yield warning(
                    "person-twice-respelt",
                    "delegation",
                    f"{one.person.full_name} and {other.person.full_name} may be one person.",
                    "Remove one entry, or keep both where they are two persons.",
                    source.PARTICIPANTS,
                )


def _key(delegate: Delegate) -> tuple[str, ...]:
    return tuple(sorted(folded_words(delegate.person.full_name)))


def _spelling(delegate: Delegate, around: Surroundings) -> Iterator[Finding]:
    person, where = delegate.person, f"delegation: {delegate.person.full_name}"
    for known in around.people:
        if known.id != person.id and spelt_otherwise(person, known):
            yield warning(
                "name-differs-from-register",
                where,
                f"The list has {person.full_name}, the people’s register {known.full_name}.",
                "Write the name as the passport has it, in both places.",
                source.PEOPLE,
            )
            return
    for earlier in around.earlier_members:
        if spelt_otherwise(person, earlier.person):
            yield warning(
                "name-differs-from-earlier",
                where,
                f"The list has {person.full_name}; {earlier.note} has {earlier.person.full_name}.",
                "Write the name as the passport has it; the lists of participants are compared.",
                f"{source.OWN_NOTES}: {earlier.note}",
            )
            return


def _passes(content: NoteContent) -> Iterator[Finding]:
    meeting = content.meeting
    end = (meeting.end or meeting.start) if meeting else None
    late = [each for each in content.delegates if _expires(each, end) and not each.on_portal]
    for delegate in late:
        until = delegate.person.grounds_pass_until
        assert until is not None
        yield warning(
            "pass-expires",
            f"delegation: {delegate.person.full_name}",
            f"The grounds pass of {delegate.person.full_name} ends on {long_date(until)}, before"
            " the meeting does, and no registration is recorded.",
            "Register the person on the portal, or record the new pass.",
            source.PORTAL,
        )
    without = [
        each
        for each in content.delegates
        if each.person.grounds_pass_until is None and not each.on_portal
    ]
    if not without:
        return
    listed = ", ".join(each.person.full_name for each in without)
    message = f"Neither a grounds pass nor a registration on the portal is recorded for {listed}."
    fix = "Register them on the portal and tick them off there, or record the pass."
    if len(without) == len(content.delegates):
        # Nothing was recorded for anybody yet: a note may go before the registration.
        yield remark("not-registered", "delegation", message, fix, source.PORTAL)
    else:
        yield warning("not-registered", "delegation", message, fix, source.PORTAL)


def _expires(delegate: Delegate, end: date | None) -> bool:
    until = delegate.person.grounds_pass_until
    return until is not None and end is not None and until < end


def _travel(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    if not around.travels:
        return
    for delegate in content.delegates:
        if delegate.travel_arranged or not from_capital(delegate.person):
            continue
        name = delegate.person.full_name
        yield warning(
            "travel-not-arranged",
            f"delegation: {name}",
            f"{name} comes from the capital to a meeting abroad; visa and passport are not ticked"
            " off.",
            "See to visa and passport, then tick them off under the meeting.",
            source.TRAVEL,
        )
