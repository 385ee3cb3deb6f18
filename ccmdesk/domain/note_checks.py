"""Reads a note as a protocol officer would, before it is issued: everything but its wording."""

from itertools import chain

from ccmdesk.domain.address_checks import address_findings
from ccmdesk.domain.delegation_checks import delegation_findings
from ccmdesk.domain.finding import Finding, gravest_first
from ccmdesk.domain.matter_checks import matter_findings
from ccmdesk.domain.meeting_checks import date_findings, meeting_findings
from ccmdesk.domain.member_checks import member_findings
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.register_checks import register_findings
from ccmdesk.domain.script_checks import script_findings
from ccmdesk.domain.sender_checks import sender_findings
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.domain.translation_checks import translation_findings


def check(content: NoteContent, around: Surroundings) -> list[Finding]:
    """Return what is wrong or doubtful in the facts of a note, the blocking findings first."""
    return gravest_first(
        chain(
            sender_findings(content),
            address_findings(content, around),
            delegation_findings(content, around),
            member_findings(content),
            script_findings(content),
            meeting_findings(content),
            date_findings(content, around),
            matter_findings(content, around),
            register_findings(content, around),
            translation_findings(content),
        )
    )
