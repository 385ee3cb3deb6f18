"""By which channel a duty was met, as the window speaks of it."""

from ccmdesk.domain.note_life import Channel
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import channel_name

MEETING = "meeting"
"""The channel of what was declared at a meeting."""


def channel_words(channel: str) -> str:
    """Return how a duty was met: "E-mail", "At the meeting"; "" where that is not recorded."""
    if channel == MEETING:
        return tr("At the meeting")
    return channel_name(Channel(channel)) if channel in set(Channel) else channel


def channel_choices() -> list[tuple[str, str]]:
    """Return every channel with its words, for a box to choose from."""
    return [
        *((str(each), channel_name(each)) for each in Channel),
        (MEETING, channel_words(MEETING)),
    ]
