"""Folds what stands close together on the twelve-month strip into one label."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

MOST_BESIDE = 3
"""So many labels of days close together are still read at a glance."""
_NEAR_DAYS = 10
_TONES = (Tone.DANGER, Tone.WARN, Tone.ACCENT, Tone.PLAIN, Tone.OK)


@dataclass(frozen=True)
class StripItem:
    """Something of the year: a day, or the days from `day` to `last` if it lasts longer.

    `days` are the single days of several things that share one label.
    """

    day: date
    label: str
    tip: str
    tone: Tone = Tone.PLAIN
    act: Callable[[], object] | None = None
    last: date | None = None
    days: tuple[date, ...] = ()


def folded(
    items: Sequence[StripItem],
    span_words: Callable[[date, date], str],
    open_day: Callable[[date], object],
) -> list[StripItem]:
    """Return the items by their days, those that crowd each other as one that tells how many.

    `span_words` names the days of such a one, and `open_day` is called with its first day when it
    is clicked. It takes the most urgent tone of what it holds.
    """
    single = sorted((i for i in items if i.last is None), key=lambda item: (item.day, item.label))
    result = [item for item in items if item.last is not None]
    crowd: list[StripItem] = []
    for item in single:
        if crowd and (item.day - crowd[-1].day).days > _NEAR_DAYS:
            result += _one(crowd, span_words, open_day)
            crowd = []
        crowd.append(item)
    result += _one(crowd, span_words, open_day)
    return sorted(result, key=lambda item: (item.day, item.label))


def _one(
    crowd: Sequence[StripItem],
    span_words: Callable[[date, date], str],
    open_day: Callable[[date], object],
) -> list[StripItem]:
    if len(crowd) <= MOST_BESIDE:
        return list(crowd)
    first, last = crowd[0].day, crowd[-1].day
    words = tr("{days} · {n} duties", days=span_words(first, last), n=len(crowd))
    return [
        StripItem(
            first,
            words,
            "\n".join((words, *(item.tip for item in crowd))),
            min((item.tone for item in crowd), key=_TONES.index),
            lambda: open_day(first),
            last,
            tuple(item.day for item in crowd),
        )
    ]
