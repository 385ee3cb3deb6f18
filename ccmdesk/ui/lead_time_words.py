"""How the window speaks of the steps on the way to a date."""

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.milestone import MilestoneKind
from ccmdesk.domain.safe_start import LegKind
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.milestone_words import KIND_WORDS

LEG_WORDS = {
    LegKind.CAPITAL: "Answer of the capital",
    LegKind.TRANSLATION: "Translation",
    LegKind.APPROVAL: "Approval by the ambassador",
    LegKind.COURIER: "Courier or delivery",
}
PLACE_WORDS = {
    Place.CAPITAL: "working days of the capital",
    Place.CANTON: "working days of the canton",
    Place.UN_OFFICE: "working days of the UN Office",
}
_DUTY_WORDS = {
    DutyKind.ART7_INITIAL: "Initial Article 7 report",
    DutyKind.ART7_ANNUAL: "Annual Article 7 report",
    DutyKind.ART3_DESTRUCTION: "Destruction of stockpiles (Article 3)",
    DutyKind.ART4_CLEARANCE: "Clearance (Article 4)",
    DutyKind.ART3_EXTENSION_REQUEST: "Extension request (Article 3)",
    DutyKind.ART4_EXTENSION_REQUEST: "Extension request (Article 4)",
    DutyKind.MEETING_MILESTONE: "Delegation to a meeting",
}


def plan_words(kind: str) -> str:
    """Return what a kind of duty is called, whose steps are kept under the name `kind`."""
    duty, _, milestone = kind.partition("/")
    if milestone:
        return tr("Meeting: {what}", what=tr(KIND_WORDS[MilestoneKind(milestone)]).lower())
    return tr(_DUTY_WORDS[DutyKind(duty)])
