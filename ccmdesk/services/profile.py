"""The mission's profile."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.profile import LANGUAGES, Names, Profile
from ccmdesk.services.acts import Acts
from ccmdesk.services.duty_watch import watched
from ccmdesk.services.emblem import checked_emblem
from ccmdesk.services.house_rules import checked_approvers, checked_series
from ccmdesk.services.states import StatesService
from ccmdesk.store.profile_rows import kept_since, load_profile, store_profile


def required_profile(connection: Connection) -> Profile:
    """Return the stored profile; raises InputError where none was saved yet."""
    found = load_profile(connection)
    if found is None:
        raise InputError("There is no mission yet; set it up first (“ccmdesk init”).", "state")
    return found


class ProfileService:
    """Read and save the profile."""

    def __init__(self, acts: Acts, states: StatesService) -> None:
        self._acts = acts
        self._states = states

    def get(self) -> Profile | None:
        """Return the profile; None before the first one was saved."""
        with self._acts.reading() as connection:
            return load_profile(connection)

    def required(self) -> Profile:
        """Return the profile; raises InputError where none was saved yet."""
        with self._acts.reading() as connection:
            return required_profile(connection)

    def save(self, profile: Profile, force: bool = True) -> Profile:
        """Check and store the profile, and return it as stored.

        Raises InputError naming the wrong field, and RefusedError where there is one already and
        `force` is not set.
        """
        checked = self._checked(profile)
        today = self._acts.clock.today()
        label = "Change the mission's settings" if self.get() else "Set up the mission"
        with self._acts.act("profile.save", label, "profile") as act:
            former = load_profile(act.connection)
            if not force and former is not None:
                raise RefusedError(
                    "This data folder has a mission already; say --force to replace its settings."
                )
            act.subject = "profile"
            first = former.first_annual_year if former else checked.first_annual_year
            moved = first != checked.first_annual_year
            with watched(act, "The first annual report was set.") if moved else nullcontext():
                store_profile(act.unit, checked, today)
        return checked

    def default_names(self, iso3: str, city: str, language: str) -> Names:
        """Return the mission's names as the State's name gives them, for the officer to check."""
        from ccmdesk.language.names import default_names

        state = self._states.get(iso3)
        return default_names(state.iso3, city, language, state.name)

    def recorded_since(self) -> date | None:
        """Return the day on which this register began; None before a profile was saved."""
        with self._acts.reading() as connection:
            return kept_since(connection)

    def _checked(self, profile: Profile) -> Profile:
        state = self._states.get(profile.state_iso3)
        if profile.language not in LANGUAGES:
            raise InputError(f"Notes can be written in {', '.join(LANGUAGES)}.", "language")
        for language, names in profile.names.items():
            if not names.mission.strip():
                raise InputError("Give the mission its full name.", "mission")
            if not names.state.strip():
                raise InputError("Give the State's name as the text names it.", "state_name")
            if not names.city.strip():
                raise InputError(f"Give the city of the date line ({language}).", "city")
        profile.names_in(profile.language)
        return replace(
            profile,
            state_iso3=state.iso3,
            layout=profile.layout.checked(),
            number_pattern=profile.number_pattern.checked(),
            series=checked_series(profile),
            approvers=checked_approvers(profile.approvers),
            emblem=self._emblem(profile.emblem),
        )

    def _emblem(self, data: bytes | None) -> bytes | None:
        if data is None:
            return None
        stored = self.get()
        if stored is not None and stored.emblem == data:
            return data
        return checked_emblem(data)
