"""By which channel a duty was met, as the window speaks of it."""

from ccmdesk.domain.duty import DUTY_CHANNELS, MEETING_CHANNEL
from ccmdesk.domain.note_life import Channel
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import channel_name


def channel_words(channel: str) -> str:
    """Return how a duty was met: "E-mail", "At the meeting"; "" where that is not recorded."""
    if channel == MEETING_CHANNEL:
        return tr("At the meeting")
    return channel_name(Channel(channel)) if channel in set(Channel) else channel


def channel_choices() -> list[tuple[str, str]]:
    """Return every channel with its words, for a box to choose from."""
    return [(channel, channel_words(channel)) for channel in DUTY_CHANNELS]
