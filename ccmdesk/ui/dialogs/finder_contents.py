"""What the finder finds: commands, pages, and everything the register and the reference hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteLine
from ccmdesk.services.desk import Desk
from ccmdesk.services.register import NoteFilter
from ccmdesk.services.search_text import folded
from ccmdesk.system.settings import load_settings, save_settings
from ccmdesk.ui.duty_words import due_line, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name
from ccmdesk.ui.navigation import PLACES
from ccmdesk.ui.note_words import kind_name, state_name
from ccmdesk.ui.report_words import covers, title_of
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import state_status_words

_MOST_NOTES = 200


@dataclass(frozen=True)
class Found:
    """One thing that can be found: its kind in a word, its name, a second line, and what opens it.

    `page` and `target` are where it is opened; a command has an `act` instead.
    """

    kind: str
    icon: str
    name: str
    second: str = ""
    page: str = ""
    target: object = None
    act: Callable[[], object] | None = None
    words: str = ""

    @property
    def haystack(self) -> str:
        """Return what is searched, without marks and capitals."""
        return folded(f"{self.name} {self.second} {self.words}")


def best(things: Sequence[tuple[str, Found]], typed: str, most: int) -> list[Found]:
    """Return at most `most` things in which every word typed occurs, the nearest first.

    A name that begins with what is typed comes first, then a word that does, then the rest; ties
    keep the order of `things`.
    """
    words = folded(typed).split()
    if not words:
        return [found for _, found in things[:most]]
    ranked = []
    for position, (haystack, found) in enumerate(things):
        if not all(word in haystack for word in words):
            continue
        inside = f" {haystack}"
        starts = sum(f" {word}" in inside for word in words)
        first = haystack.startswith(words[0])
        ranked.append((-first, -starts, position, found))
    return [found for *_, found in sorted(ranked, key=lambda rank: rank[:3])[:most]]


def commands(shell: Shell) -> list[Found]:
    """Return what can be done from everywhere, and the pages."""
    word = tr("Command")

    def command(name: str, icon: str, act: Callable[[], object], words: str = "") -> Found:
        return Found(word, icon, name, act=act, words=words)

    pages = [
        Found(tr("Page"), place.icon, tr("Go to {page}", page=tr(place.title)), page=place.name)
        for place in PLACES
    ]
    reports = Found(tr("Page"), "file-check", tr("Go to the Article 7 reports"), page="report")
    return [
        command(tr("New note"), "file-plus", lambda: shell.go("notes", "new"), tr("write draft")),
        command(tr("New meeting"), "plus", lambda: shell.go("meetings", "new")),
        command(tr("New person"), "user-plus", lambda: shell.go("people", "new")),
        command(
            tr("The year at a glance"),
            "calendar-days",
            lambda: shell.go("deadlines", "year"),
            tr("calendar months view"),
        ),
        command(tr("Begin an Article 7 report"), "file-check", lambda: shell.go("report", "new")),
        command(tr("Register a paper"), "inbox", lambda: shell.go("incoming", "new")),
        command(tr("Back up now"), "download", lambda: _back_up(shell), tr("copy save")),
        command(tr("Check the register"), "circle-check", lambda: _check(shell), tr("integrity")),
        command(
            tr("While you were away"),
            "history",
            lambda: shell.go("while_away"),
            tr("missed reminders"),
        ),
        command(
            tr("Set up reminders"),
            "bell",
            lambda: shell.go("settings", "reminders"),
            tr("timer notification hours tray"),
        ),
        command(
            tr("Holidays"),
            "calendar-days",
            lambda: shell.go("settings", "holidays"),
            tr("working days closed canton capital"),
        ),
        command(
            tr("Lead times and absences"),
            "calendar-clock",
            lambda: shell.go("settings", "lead_times"),
            tr("safe start translation courier leave away"),
        ),
        command(tr("Undo"), "undo-2", shell.undo),
        command(tr("Redo"), "redo-2", shell.redo),
        *(
            command(words, "eye", partial(_wear, shell, key), tr("theme colours appearance"))
            for key, words in (
                ("light", tr("Light colours")),
                ("dark", tr("Dark colours")),
                ("contrast", tr("High contrast")),
                ("system", tr("Colours of the system")),
            )
        ),
        *pages,
        reports,
    ]


def notes_found(desk: Desk, typed: str, most: int) -> list[Found]:
    """Return the notes in whose texts every word typed stands; to be run aside.

    They count as found, whatever of them is shown.
    """
    ids = desk.register.ids(NoteFilter(search=typed, order="work"))[:most]
    return [replace(_note(line), words=typed) for line in desk.register.page(ids)]


def everything(desk: Desk) -> list[Found]:
    """Return all meetings, people, duties and States, and the latest notes; to be run aside."""
    return list(_all(desk))


def _all(desk: Desk) -> Iterator[Found]:
    for meeting in reversed(desk.meetings.all()):
        when = spoken(meeting.start) if meeting.start else ""
        second = " · ".join(part for part in (meeting.code, when, meeting.city) if part)
        name = short_name(meeting)
        words = f"{meeting.name} {meeting.convening.reference}"
        yield Found(
            tr("Meeting"), "calendar-days", name, second, "meetings", meeting.code, words=words
        )
    yield from map(_note, desk.register.first(NoteFilter(order="work"), _MOST_NOTES))
    for person in desk.people.all():
        second = " · ".join(p for p in (person.functional_title, person.organization) if p)
        yield Found(tr("Person"), "users", person.full_name, second, "people", person.id)
    for tracked in desk.deadlines.duties():
        second = f"{due_line(tracked)} · {status_words(tracked)}"
        title, key = tracked.duty.title, tracked.duty.key
        yield Found(tr("Deadline"), "calendar-clock", title, second, "deadlines", key)
    yield from map(_report, desk.reports.all())
    for state in desk.states.all():
        second = f"{state.iso3} · {state_status_words(state.status)}"
        yield Found(tr("State"), "globe", state.name, second, "states", state.iso3)


def _report(report: Report) -> Found:
    stands = (
        tr("sealed, version {number}", number=report.version) if report.locked else tr("in work")
    )
    second = f"{covers(report)} · {stands}"
    texts = [report.contact, *(f"{form.owner} {form.content.text}" for form in report.forms)]
    key, words = report.duty_key, " ".join(texts)
    return Found(tr("Report"), "file-check", title_of(report), second, "report", key, words=words)


def _note(line: NoteLine) -> Found:
    kind = kind_name(line.kind)
    name = tr("No. {number} · {kind}", number=line.number, kind=kind) if line.number else kind
    when = spoken(line.dated) if line.dated else ""
    parts = (state_name(line.state), line.meeting_code, when, line.addressee, line.subject)
    second = " · ".join(part for part in parts if part)
    return Found(tr("Note"), "file-text", name, second, "notes", line.id)


def _wear(shell: Shell, theme: str) -> None:
    settings = replace(load_settings(shell.folder.settings), theme=theme)
    shell.attempt(lambda: save_settings(shell.folder.settings, settings))
    shell.retheme(settings.theme, settings.zoom)


def _back_up(shell: Shell) -> None:
    shell.run(
        shell.desk.safety.backup,
        lambda path: shell.say(tr("Copy kept as {name}", name=path.name)),
    )


def _check(shell: Shell) -> None:
    shell.go("settings", "check")
