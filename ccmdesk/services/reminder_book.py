"""The plan of the reminders as it is kept: read, and made anew when something has changed."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from ccmdesk import __version__
from ccmdesk.domain.clock import Clock
from ccmdesk.domain.reminder_plan import Now, planned, ran_ahead
from ccmdesk.domain.reminders import Reminder
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.reminder_duties import Asked, DutySource
from ccmdesk.store.reminder_rows import (
    PlanMark,
    keep_reminders,
    last_event_seq,
    load_reminders,
    load_settings,
    plan_mark,
    reading,
    set_plan_mark,
    writing,
)
from ccmdesk.system.paths import DataFolder

# As far as the longest lead time looks ahead.
_YEARS_AHEAD = 3


class ReminderBook:
    """Keep the plan beside the duties; several processes may do so at once.

    `source` gives the duties and the days off. `zone` is where the clock on the wall hangs; None
    is the workstation's own zone at the moment of asking.
    """

    def __init__(
        self,
        folder: DataFolder,
        source: DutySource,
        clock: Clock,
        *,
        zone: tzinfo | None = None,
    ) -> None:
        self.folder = folder
        self.path = folder.database
        self._source = source
        self._clock = clock
        self._zone = zone

    def now(self) -> Now:
        """Return the present moment, on the wall and in UTC."""
        utc = self._clock.now()
        return Now(self.on_wall(utc), utc)

    def on_wall(self, instant: datetime) -> datetime:
        """Return what the clock on the wall shows at an instant, to the minute."""
        local = instant.astimezone(self._zone)
        return local.replace(tzinfo=None, second=0, microsecond=0)

    @property
    def days(self) -> HolidayCalendar:
        """Return the calendar by which reminders move to working days."""
        return self._source.calendar()

    def known(self) -> list[Reminder]:
        """Return every reminder as it stands."""
        with reading(self.path) as connection:
            return load_reminders(connection)

    def plan(self, *, anew: bool = False) -> bool:
        """Make the plan anew if a day, an act, the settings or the program has changed since.

        Returns whether it was made; `anew` makes it in any case. Raises EnvironmentFault where
        the register is in use or damaged.
        """
        now = self.now()
        with reading(self.path) as connection:
            known = load_reminders(connection)
            settings, settings_id = load_settings(connection)
            # Read before the duties: an act that comes in between makes the plan stale again.
            mark = PlanMark(now.wall.date(), last_event_seq(connection), settings_id, __version__)
            fresh = plan_mark(connection) == mark and not any(
                ran_ahead(each, now) for each in known
            )
        if fresh and not anew:
            return False
        asked = self.asked(now, known)
        with writing(self.path) as connection:
            known = load_reminders(connection)
            changed = planned(
                asked.duties, known, settings, asked.calendar, now, asked.meetings_end
            )
            keep_reminders(connection, changed, now.utc)
            set_plan_mark(connection, mark)
        return True

    def asked(self, now: Now, known: Sequence[Reminder]) -> Asked:
        """Return what the plan has to know, the duties of known reminders among it."""
        day = now.wall.date()
        years = [day.year + _YEARS_AHEAD, *(each.due.year for each in known)]
        return self._source.asked(day, date(min(max(years), date.max.year), 12, 31))
