"""Tells the pages what kinds of data an act has changed."""

from collections.abc import Callable

Listener = Callable[[frozenset[str]], None]

KINDS = frozenset(
    {
        "profile",
        "states",
        "meetings",
        "people",
        "delegations",
        "notes",
        "duties",
        "incoming",
        "reports",
    }
)


class Changes:
    """Carry the news of an act to whoever subscribed, on the thread that carried out the act."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with the changed kinds after each act; the result ends that."""
        self._listeners.append(callback)

        def unsubscribe() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return unsubscribe

    def notify(self, kinds: frozenset[str]) -> None:
        """Tell everybody; an unknown kind is a mistake of the program."""
        if not kinds <= KINDS:
            raise ValueError(f"unknown kinds of change: {sorted(kinds - KINDS)}")
        for listener in list(self._listeners):
            listener(kinds)
