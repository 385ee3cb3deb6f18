"""Builds the program: opens the data folder and wires the services, each once and in order."""

from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.domain.clock import Clock
from ccmdesk.system.paths import DataFolder

if TYPE_CHECKING:
    from ccmdesk.domain.meeting import Meeting
    from ccmdesk.domain.state import State
    from ccmdesk.services.deadlines import DeadlinesService
    from ccmdesk.services.desk import Desk
    from ccmdesk.services.reminders import RemindersService
    from ccmdesk.services.today_view import TodayView


def open_desk(data_dir: Path, clock: Clock) -> "Desk":
    """Open the register of a data folder and return the services on it.

    In a folder that was never used a new register is made. Raises EnvironmentFault where the folder
    was in use and its register is missing, damaged, too new, in use, or not ours.
    """
    # SQLAlchemy and what stands on it are slow to load; only who opens a desk waits for them.
    from ccmdesk.services import reference
    from ccmdesk.services.acts import Acts
    from ccmdesk.services.amendments import AmendmentsService
    from ccmdesk.services.changes import Changes
    from ccmdesk.services.deadlines import DeadlinesService
    from ccmdesk.services.delegations import DelegationsService
    from ccmdesk.services.desk import Desk
    from ccmdesk.services.duty_book import StoredDutyBook
    from ccmdesk.services.extensions import ExtensionsService
    from ccmdesk.services.form_sets import FormSets
    from ccmdesk.services.former_delegations import FormerDelegations
    from ccmdesk.services.history import HistoryService
    from ccmdesk.services.holidays import HolidaysService
    from ccmdesk.services.incoming import IncomingService
    from ccmdesk.services.meetings import MeetingsService
    from ccmdesk.services.milestones import MilestonesService
    from ccmdesk.services.ministry_letters import LettersService
    from ccmdesk.services.note_composing import NoteComposer, NoteSources
    from ccmdesk.services.note_hand_off import HandOffService
    from ccmdesk.services.note_life import LifeService
    from ccmdesk.services.note_surroundings import NoteSurroundings
    from ccmdesk.services.note_versions import VersionsService
    from ccmdesk.services.notes import NotesService
    from ccmdesk.services.own_fonts import OwnFonts
    from ccmdesk.services.papers import PrintedPapers
    from ccmdesk.services.people import PeopleService
    from ccmdesk.services.people_import import PeopleImport
    from ccmdesk.services.portal import PortalService
    from ccmdesk.services.profile import ProfileService
    from ccmdesk.services.register import RegisterService
    from ccmdesk.services.reminder_book import ReminderBook
    from ccmdesk.services.reminder_duties import FollowedDuties
    from ccmdesk.services.reminders import RemindersService
    from ccmdesk.services.report_sealing import ReportSealing
    from ccmdesk.services.reports import ReportsService
    from ccmdesk.services.safe_starts import SafeStartsService
    from ccmdesk.services.safety import SafetyService
    from ccmdesk.services.states import StatesService
    from ccmdesk.services.transmittals import NoteServices, TransmittalsService
    from ccmdesk.store.database import Database
    from ccmdesk.system.account import account_name

    folder = DataFolder(data_dir.absolute())
    _make_ready(folder)
    database = Database(folder.database)
    changes = Changes()
    acts = Acts(database, clock, changes, account_name())
    states = StatesService(acts, reference.states)
    meetings = MeetingsService(acts, reference.meetings)
    profile = ProfileService(acts, states)
    fonts = OwnFonts(folder.fonts, changes)
    sets = FormSets(folder.forms)
    composer = NoteComposer(NoteSources(profile, states, PrintedPapers(fonts)), clock)
    deadlines = DeadlinesService(StoredDutyBook(acts), clock)
    book = ReminderBook(folder, FollowedDuties(folder, clock), clock)
    notes = NotesService(acts, composer, NoteSurroundings(composer, states, clock))
    life = LifeService(acts, composer)
    reports = ReportsService(acts, states, sets, ReportSealing(sets, fonts))
    transmittals = TransmittalsService(
        acts, reports, deadlines, states, NoteServices(notes, life, composer)
    )
    return Desk(
        profile=profile,
        states=states,
        meetings=meetings,
        milestones=MilestonesService(acts),
        holidays=HolidaysService(acts),
        safe_starts=SafeStartsService(acts, deadlines),
        people=PeopleService(acts),
        delegations=DelegationsService(acts, FormerDelegations()),
        imports=PeopleImport(acts),
        notes=notes,
        life=life,
        hand_off=HandOffService(acts, composer, transmittals.mail_of),
        portal=PortalService(acts, composer, states),
        versions=VersionsService(acts, composer),
        amendments=AmendmentsService(acts, composer),
        register=RegisterService(acts, changes, fonts),
        deadlines=deadlines,
        extensions=ExtensionsService(acts, states),
        reminders=RemindersService(book, deadlines, changes),
        reports=reports,
        letters=LettersService(acts, reports, deadlines, fonts),
        transmittals=transmittals,
        incoming=IncomingService(acts),
        fonts=fonts,
        safety=SafetyService(folder, clock),
        history=HistoryService(acts),
        changes=changes,
        clock=clock,
        on_close=database.close,
    )


def open_window(data_dir: Path, clock: Clock) -> int:
    """Open the main window and return the exit status once it is closed.

    Where it is open already, perhaps behind its sign, it is called before all others instead.
    """
    from ccmdesk.system.aside import Aside
    from ccmdesk.system.folder_lock import FolderHeldError, FolderLock

    folder = DataFolder(data_dir)
    lock = FolderLock(folder.lock)
    try:
        lock.take()
    except FolderHeldError:
        from ccmdesk.system.summons import call

        if call(folder.window_wanted):
            return 0
        raise
    with lock:
        # The window and what it is to show are got ready at the same time.
        look = Aside(lambda: _look(folder, clock))
        from ccmdesk.ui.start import run_window

        return run_window(folder, clock, look.result, _open_logged_desk)


def _look(folder: DataFolder, clock: Clock) -> "TodayView | None":
    from ccmdesk.services.first_look import first_look

    return first_look(folder.root, clock)


def _open_logged_desk(data_dir: Path, clock: Clock) -> "Desk":
    from ccmdesk.system.logs import start_log

    start_log(DataFolder(data_dir).log)
    return open_desk(data_dir, clock)


def open_deadlines(data_dir: Path, clock: Clock) -> "tuple[DeadlinesService, str | None]":
    """Return the deadlines for questions only, and the code of the mission's State if there is one.

    Loads no SQLAlchemy and creates nothing; without a register the shipped data alone answers.
    """
    from ccmdesk.services.deadlines import DeadlinesService, ReferenceBook
    from ccmdesk.services.quick_book import QuickDutyBook
    from ccmdesk.store.quick_read import quick_reader

    with quick_reader(DataFolder(data_dir.absolute())) as reader:
        book = ReferenceBook() if reader is None else QuickDutyBook(reader)
    home = book.home()
    return DeadlinesService(book, clock), home.state_iso3 if home else None


def open_reminders(data_dir: Path, clock: Clock) -> "RemindersService | None":
    """Return the reminders for the timer's process, or None before there is a mission.

    Loads no SQLAlchemy and creates nothing; raises EnvironmentFault where the register cannot be
    read.
    """
    from ccmdesk.services.reminder_book import ReminderBook
    from ccmdesk.services.reminder_duties import FollowedDuties
    from ccmdesk.services.reminders import RemindersService
    from ccmdesk.store.quick_read import quick_reader

    folder = DataFolder(data_dir.absolute())
    with quick_reader(folder) as reader:
        if reader is None or reader.profile() is None:
            return None
    return RemindersService(ReminderBook(folder, FollowedDuties(folder, clock), clock))


def open_states(data_dir: Path) -> "list[State]":
    """Return the States, shipped and own, by name; loads no SQLAlchemy and creates nothing."""
    from ccmdesk.services import reference
    from ccmdesk.services.quick_book import merged_states
    from ccmdesk.store.quick_read import quick_reader

    with quick_reader(DataFolder(data_dir.absolute())) as reader:
        return list(reference.states()) if reader is None else merged_states(reader)


def open_meetings(data_dir: Path) -> "list[Meeting]":
    """Return the meetings, shipped and own, by opening; loads no SQLAlchemy, creates nothing."""
    from ccmdesk.services import reference
    from ccmdesk.services.quick_book import merged_meetings
    from ccmdesk.store.quick_read import quick_reader

    with quick_reader(DataFolder(data_dir.absolute())) as reader:
        return list(reference.meetings()) if reader is None else merged_meetings(reader)


def _make_ready(folder: DataFolder) -> None:
    from ccmdesk.store.creation import clear_left_overs, create
    from ccmdesk.store.opening import bring_up_to_date, inspect, is_first_run, mark, prove

    if is_first_run(folder):
        create(folder.database)
    inspect(folder)
    clear_left_overs(folder.database)
    prove(folder.database)
    bring_up_to_date(folder.database)
    mark(folder)
