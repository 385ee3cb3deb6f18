"""Extensions of Article 3 and Article 4 deadlines that the officer enters, for any State."""

from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain import treaty
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.granted_extensions import checked_extension, stage_of
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.duty_facts import DutyFacts
from ccmdesk.services.duty_watch import moved_by, watched
from ccmdesk.services.states import StatesService
from ccmdesk.store.extension_rows import drop_extension, load_own_extensions, store_extension

_NEWS = ("duties", "states")


class ExtensionsService:
    """Enter, change and remove own extensions; the shipped ones stay, told in a remark."""

    def __init__(self, acts: Acts, states: StatesService) -> None:
        self._acts = acts
        self._states = states

    def all(self, iso3: str) -> list[Extension]:
        """Return every stage of a State's deadlines in order, the officer's own before others."""
        code = self._states.get(iso3).iso3
        with self._acts.reading() as connection:
            return [row for row in DutyFacts(connection).extensions() if row.state == code]

    def own(self, iso3: str) -> list[Extension]:
        """Return what was entered here for a State, as it was entered."""
        code = self._states.get(iso3).iso3
        with self._acts.reading() as connection:
            return [row for row in load_own_extensions(connection) if row.state == code]

    def enter(self, extension: Extension, why: str = "") -> list[Move]:
        """Keep an extension and return the dates it moves.

        Without `stage` it is the next one. Raises InputError naming the field: a State that is no
        Party, a stage entered already, no source, no meeting, or a day that cannot be.
        """
        with (
            self._acts.act("extension.enter", "Enter the extension", *_NEWS) as act,
            watched(
                act, why or "An extension was entered.", extension.source, _code(extension)
            ) as moved,
        ):
            self._put(act, extension, new=True)
        return moved

    def change(self, extension: Extension, why: str = "") -> list[Move]:
        """Replace an own extension of the same stage and return the dates this moves."""
        with (
            self._acts.act("extension.change", "Change the extension", *_NEWS) as act,
            watched(
                act, why or "An extension was corrected.", extension.source, _code(extension)
            ) as moved,
        ):
            self._put(act, extension, new=False)
        return moved

    def remove(self, iso3: str, article: int, stage: str, why: str = "") -> list[Move]:
        """Remove an own extension, which undo takes back, and return the dates this moves.

        Raises RefusedError where it is recorded that the deadline it gives was met: that mark would
        be out of sight.
        """
        code = self._states.get(iso3).iso3
        self._refuse_if_marked(code, article, stage)
        with (
            self._acts.act("extension.remove", "Remove the extension", *_NEWS) as act,
            watched(act, why or "An extension was removed.", state=code) as moved,
        ):
            act.subject = f"extension/{code}:{article}:{stage}"
            drop_extension(act.unit, code, article, stage)
        return moved

    def preview(self, extension: Extension) -> list[Move]:
        """Return the dates that entering or changing the extension would move; nothing is kept."""
        return moved_by(self._acts, lambda act: self._put(act, extension), _code(extension))

    def preview_removal(self, iso3: str, article: int, stage: str) -> list[Move]:
        """Return the dates that removing an own extension would move; nothing is changed."""
        code = self._states.get(iso3).iso3
        return moved_by(
            self._acts, lambda act: drop_extension(act.unit, code, article, stage), code
        )

    def _refuse_if_marked(self, code: str, article: int, stage: str) -> None:
        kind = DutyKind.ART3_DESTRUCTION if article == 3 else DutyKind.ART4_CLEARANCE
        with self._acts.reading() as connection:
            marked = f"{code}:{kind}:{stage}" in DutyFacts(connection).records()
            own = load_own_extensions(connection)
        if marked and (code, article, stage) in map(stage_of, own):
            raise RefusedError(
                f"What is recorded of the deadline that {stage} gave would be out of sight; "
                "reopen that duty first."
            )

    def _put(self, act: Act, extension: Extension, new: bool | None = None) -> None:
        checked = self._checked(act.connection, extension)
        act.subject = f"extension/{checked.state}:{checked.article}:{checked.stage}"
        known = stage_of(checked) in map(stage_of, load_own_extensions(act.connection))
        if new is True and known:
            raise InputError(
                f"The {checked.stage} of this deadline was entered already; change that one.",
                "stage",
            )
        if new is False and not known:
            raise InputError(
                f"No {checked.stage} of this deadline was entered here, so it cannot be changed; "
                "enter it.",
                "stage",
            )
        store_extension(act.unit, checked)

    def _checked(self, connection: Connection, extension: Extension) -> Extension:
        state: State = self._states.within(connection, extension.state)
        in_force = in_force_from(state)
        if in_force is None:
            raise InputError(f"{state.name} is not a Party, so it has no deadline.", "state")
        end = state.withdrew_effective
        if end is not None and extension.deadline is not None and extension.deadline >= end:
            raise InputError(
                f"{state.name} withdrew with effect from {long_date(end)}, so it has no deadline "
                "from then on.",
                "deadline",
            )
        rule = treaty.destruction_deadline if extension.article == 3 else treaty.clearance_deadline
        facts = DutyFacts(connection)
        asked = extension.decided_at.strip().upper()
        code = next((each.code for each in facts.meetings() if each.code.upper() == asked), "")
        known = [
            row
            for row in facts.extensions()
            if (row.state, row.article) == (state.iso3, extension.article)
        ]
        return checked_extension(
            replace(extension, state=state.iso3, decided_at=code or extension.decided_at),
            known,
            rule(in_force),
        )


def _code(extension: Extension) -> str:
    return extension.state.strip().upper()
