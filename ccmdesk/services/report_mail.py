"""The unsent e-mail that carries a report with its note, ready to be copied or opened."""

from dataclasses import dataclass, field

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.note import NoteContent, NoteLine
from ccmdesk.services.report_addresses import secretariat_email, support_unit


@dataclass(frozen=True, slots=True)
class Transmitted:
    """A report on its way.

    `line` is the note in the register, None while the note waits for its approval; until then
    there is no e-mail either. `to` and `cc` are its addresses, `eml` the unsent message with note
    and report attached.
    """

    note_id: int
    line: NoteLine | None = None
    subject: str = ""
    text: str = ""
    eml: bytes = b""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailedPapers:
    """The sealed papers that go out: the note with its PDF, the report with its PDF."""

    content: NoteContent
    note_pdf: bytes = field(repr=False)
    report: Report
    report_pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Receivers:
    """Who receives an e-mail, and who a copy; None leaves it to the note and the support unit."""

    to: tuple[str, ...] | None = None
    cc: tuple[str, ...] | None = None


def mailed(
    line: NoteLine, papers: MailedPapers, receivers: Receivers, *, version: int, state: str
) -> Transmitted:
    """Return the e-mail: to the address of the note, with a copy to the support unit.

    `version` is that of the report, `state` the name of the State in the name of its file. Raises
    InputError naming a receiver that is no address.
    """
    # The typesetting room is loaded when the first e-mail is written.
    from ccmdesk.documents.note_email import addresses_of
    from ccmdesk.documents.report_email import report_email, report_file_name, report_letter

    content = papers.content
    name = report_file_name(papers.report, version, state, content.language)
    to = receivers.to
    if to is None:
        to = addresses_of(content) or (secretariat_email(),)
    cc = (support_unit().email,) if receivers.cc is None else receivers.cc
    said = report_letter(content, name)
    eml = report_email(content, papers.note_pdf, (name, papers.report_pdf), to=to, cc=cc)
    return Transmitted(line.id, line, said.subject, said.text, eml, to, cc)
