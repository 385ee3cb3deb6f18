"""The States and their standing: shipped facts, with the officer's own beside them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from difflib import get_close_matches

from sqlalchemy import Connection

from ccmdesk.domain import treaty
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.domain.state import State
from ccmdesk.language.state_names import state_names
from ccmdesk.services import reference
from ccmdesk.services.acts import Acts
from ccmdesk.services.duty_watch import watched
from ccmdesk.store.state_rows import load_own_states, store_own_state

# A slip of the keyboard beyond it would lead to deadlines after the end of the calendar.
_LAST_DAY = date(2200, 12, 31)


class StatesService:
    """Look States up, and add own ones."""

    def __init__(self, acts: Acts, shipped: Callable[[], Sequence[State]]) -> None:
        self._acts = acts
        self._shipped = shipped

    def all(self) -> list[State]:
        """Return who signed or joined, by name; an own State stands before the shipped one."""
        with self._acts.reading() as connection:
            everybody = self._known(connection)
        return sorted(everybody.values(), key=lambda state: state.name)

    def everybody(self) -> list[State]:
        """Return every State by name, those too that neither signed nor joined the Convention."""
        with self._acts.reading() as connection:
            known = self._others() | self._known(connection)
        return sorted(known.values(), key=lambda state: state.name)

    def names(self) -> dict[str, frozenset[str]]:
        """Return by code how States are called in the six languages, with article and without."""
        names: dict[str, set[str]] = {}
        for language in LANGUAGES:
            for iso3, forms in state_names(language).items():
                called = (forms.get(form, "") for form in ("name", "in_text"))
                names.setdefault(iso3, set()).update(filter(None, called))
        return {iso3: frozenset(each) for iso3, each in names.items()}

    def get(self, iso3: str) -> State:
        """Return one State by its three letters; raises InputError with the nearest one known."""
        with self._acts.reading() as connection:
            return self.within(connection, iso3)

    def within(self, connection: Connection, iso3: str) -> State:
        """Return one State as the transaction of `connection` sees it; raises as `get` does."""
        wanted = iso3.strip().upper()
        everybody = self._known(connection)
        if wanted in everybody:
            return everybody[wanted]
        others = self._others()
        if wanted in others:
            return others[wanted]
        raise InputError(f"No State has the code “{wanted}”{_hint(wanted, everybody)}", "state")

    def add_own(self, state: State) -> State:
        """Keep an own State, or a correction beside the shipped one of the same code.

        Raises InputError naming what is wrong: the code, the name, or a day that cannot be.
        """
        code = state.iso3
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            raise InputError("The code of a State is three capital letters.", "iso3")
        for name, day in _dates(state):
            if day and not treaty.OPENED_FOR_SIGNATURE <= day <= _LAST_DAY:
                raise InputError(
                    f"{long_date(day)} cannot be a day of a State under this Convention; check "
                    "the year.",
                    name,
                )
        if not state.name.strip():
            raise InputError("Give the State its name.", "name")
        with self._acts.act("state.keep", "Keep an own State", "states") as act:
            act.subject = f"state/{code}"
            known = code in self._known(act.connection)
            why = "The State's dates were corrected."
            paper = "; ".join(state.sources)
            with watched(act, why, paper, code) if known else nullcontext():
                store_own_state(act.unit, state)
        return state

    def _known(self, connection: Connection) -> dict[str, State]:
        own = {state.iso3: state for state in load_own_states(connection)}
        return {state.iso3: state for state in self._shipped()} | own

    @staticmethod
    def _others() -> dict[str, State]:
        return {state.iso3: state for state in reference.other_states()}


def _dates(state: State) -> Iterator[tuple[str, date | None]]:
    for name in ("signed", "deposited", "entry_into_force", "withdrew_effective"):
        yield name, getattr(state, name)


def _hint(wanted: str, known: dict[str, State]) -> str:
    by_name = {state.name.upper(): state for state in known.values()}
    near = get_close_matches(wanted, by_name, n=1, cutoff=0.6)
    if near:
        found = by_name[near[0]]
    else:
        codes = get_close_matches(wanted, known, n=1, cutoff=0.5)
        if not codes:
            return "; “ccmdesk states” lists them."
        found = known[codes[0]]
    return f"; did you mean {found.iso3} ({found.name})?"
