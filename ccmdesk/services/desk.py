"""Everything the officer can do, in one place; cheap to import, since the window paints first."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ccmdesk.domain.clock import Clock
    from ccmdesk.services.amendments import AmendmentsService
    from ccmdesk.services.changes import Changes
    from ccmdesk.services.deadlines import DeadlinesService
    from ccmdesk.services.delegations import DelegationsService
    from ccmdesk.services.extensions import ExtensionsService
    from ccmdesk.services.history import HistoryService
    from ccmdesk.services.holidays import HolidaysService
    from ccmdesk.services.incoming import IncomingService
    from ccmdesk.services.meetings import MeetingsService
    from ccmdesk.services.milestones import MilestonesService
    from ccmdesk.services.ministry_letters import LettersService
    from ccmdesk.services.note_hand_off import HandOffService
    from ccmdesk.services.note_life import LifeService
    from ccmdesk.services.note_versions import VersionsService
    from ccmdesk.services.notes import NotesService
    from ccmdesk.services.own_fonts import OwnFonts
    from ccmdesk.services.people import PeopleService
    from ccmdesk.services.people_import import PeopleImport
    from ccmdesk.services.portal import PortalService
    from ccmdesk.services.profile import ProfileService
    from ccmdesk.services.register import RegisterService
    from ccmdesk.services.reminders import RemindersService
    from ccmdesk.services.reports import ReportsService
    from ccmdesk.services.safe_starts import SafeStartsService
    from ccmdesk.services.safety import SafetyService
    from ccmdesk.services.states import StatesService
    from ccmdesk.services.transmittals import TransmittalsService


@dataclass(frozen=True)
class Desk:
    """The services on one data folder; `changes` tells what an act has changed."""

    profile: "ProfileService"
    states: "StatesService"
    meetings: "MeetingsService"
    milestones: "MilestonesService"
    holidays: "HolidaysService"
    safe_starts: "SafeStartsService"
    people: "PeopleService"
    delegations: "DelegationsService"
    imports: "PeopleImport"
    notes: "NotesService"
    life: "LifeService"
    hand_off: "HandOffService"
    portal: "PortalService"
    versions: "VersionsService"
    amendments: "AmendmentsService"
    register: "RegisterService"
    deadlines: "DeadlinesService"
    extensions: "ExtensionsService"
    reminders: "RemindersService"
    reports: "ReportsService"
    letters: "LettersService"
    transmittals: "TransmittalsService"
    incoming: "IncomingService"
    fonts: "OwnFonts"
    safety: "SafetyService"
    history: "HistoryService"
    changes: "Changes"
    clock: "Clock"
    on_close: "Callable[[], None]" = field(repr=False)

    def close(self) -> None:
        """Close the database; the services are of no use afterwards."""
        self.on_close()
