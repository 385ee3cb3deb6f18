"""The steps from an empty file to the present tables; a step once released never changes."""

from ccmdesk.store.migrations import (
    v0001_initial,
    v0002_last_event,
    v0003_note_life,
    v0004_reminders,
    v0005_duties,
    v0006_reports,
)
from ccmdesk.store.migrations.step import Step

STEPS: tuple[Step, ...] = (
    v0001_initial.STEP,
    v0002_last_event.STEP,
    v0003_note_life.STEP,
    v0004_reminders.STEP,
    v0005_duties.STEP,
    v0006_reports.STEP,
)
