"""How a State's standing is spoken of in the window."""

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.state import State, Status
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

_WORDS = {
    Status.PARTY: "party",
    Status.SIGNATORY: "signatory",
    Status.WITHDRAWN: "withdrawn",
    Status.NOT_PARTY: "not party",
}
_TONES = {
    Status.PARTY: Tone.OK,
    Status.SIGNATORY: Tone.ACCENT,
    Status.WITHDRAWN: Tone.WARN,
    Status.NOT_PARTY: Tone.PLAIN,
}
_CAPTIONS = {
    "status": "Status",
    "signed": "Signed",
    "deposited": "Deposited",
    "entry_into_force": "In force",
    "withdrew_effective": "Withdrawn",
}


def state_status_words(status: Status) -> str:
    """Return a status in one word."""
    return tr(_WORDS[status])


def state_status_tone(status: Status) -> Tone:
    """Return the tone of a status."""
    return _TONES[status]


def fact_caption(name: str, state: State) -> str:
    """Return what a fact is called; a deposit is called by its instrument."""
    if name == "deposited" and state.instrument:
        return tr(state.instrument.capitalize())
    return tr(_CAPTIONS.get(name, name.replace("_", " ").capitalize()))


def standing_sentence(state: State) -> str:
    """Return how a State stands, as one sentence."""
    match state.status:
        case Status.PARTY if state.deposited and state.entry_into_force:
            return tr(
                "{state} is a State Party: instrument deposited {deposited}, in force {in_force}.",
                state=state.name,
                deposited=long_date(state.deposited),
                in_force=long_date(state.entry_into_force),
            )
        case Status.PARTY:
            return tr("{state} is a State Party.", state=state.name)
        case Status.SIGNATORY if state.signed:
            return tr(
                "{state} signed on {day} and attends meetings as an observer.",
                state=state.name,
                day=long_date(state.signed),
            )
        case Status.WITHDRAWN if state.withdrew_effective:
            return tr(
                "{state} withdrew with effect from {day} and attends meetings as an observer.",
                state=state.name,
                day=long_date(state.withdrew_effective),
            )
        case _:
            return tr(
                "{state} is not a party and attends meetings as an observer.", state=state.name
            )
