"""The draft of an e-mail with the note attached, as an .eml file that mail programs open unsent."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from email import charset, policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart

from ccmdesk.documents.note_text import Letter, letter
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.phrases import pack

_ADDRESS = re.compile(r"[!-?A-~]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def note_email(
    content: NoteContent,
    pdf: bytes,
    *,
    to: Iterable[str] | None = None,
    cc: Iterable[str] = (),
    said: Letter | None = None,
    others: Sequence[tuple[str, bytes]] = (),
) -> bytes:
    """Return the .eml file: unsent, with the PDF attached, the same bytes for the same note.

    Without `to` it goes to the e-mail addresses among the lines of the note's address, without
    `said` it says what `letter` does. `others` are further PDFs by their names. There is
    neither sender nor date in it; both are the mail program's. Raises InputError naming an
    address that is none.
    """
    said = said or letter(content)
    receivers = addresses_of(content) if to is None else tuple(to)
    papers = [(file_name(content, "pdf"), pdf), *others]
    boundary = _boundary(
        said.subject, said.text, pdf, *(part for paper in others for part in paper)
    )
    message = MIMEMultipart("mixed", boundary=boundary)
    # Outlook for Windows opens a message so marked ready to be sent; others ignore it.
    message["X-Unsent"] = "1"
    if receivers:
        _set(message, "To", _line("To", receivers))
    if copies := tuple(cc):
        _set(message, "Cc", _line("Cc", copies))
    # The newer message classes lose spaces in subjects of other than English letters.
    subject = Header(said.subject, "utf-8", maxlinelen=70, header_name="Subject")
    _set(message, "Subject", subject)
    message.attach(_plain_text(said.text))
    for name, data in papers:
        attached = MIMEApplication(data, "pdf")
        attached.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
        message.attach(attached)
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def addresses_of(content: NoteContent) -> tuple[str, ...]:
    """Return the e-mail addresses among the lines of the note's address."""
    return tuple(dict.fromkeys(_ADDRESS.findall("\n".join(content.address))))


def file_name(content: NoteContent, ending: str) -> str:
    """Return what a file of the note is called, such as "Note verbale 12-2023.pdf".

    A draft without a number is called one: "Note verbale (draft).pdf".
    """
    formulas = pack(content.language).formulas
    number = (content.number or content.number_shown).replace("/", "-")
    if "_" in number and not content.number:
        number = f"({formulas['draft_mark'].lower()})"
    named = _UNFIT.sub(" ", f"{formulas['title'].capitalize()} {number}")
    return f"{named.strip(' -.')}.{ending}"


def _set(message: MIMEMultipart, name: str, value: Header) -> None:
    # Typed as text in the standard library, which takes encoded headers all the same.
    message[name] = value  # type: ignore[assignment]


def _line(name: str, addresses: tuple[str, ...]) -> Header:
    for address in addresses:
        if not _ADDRESS.fullmatch(address.strip()):
            raise InputError(f"“{address}” is not an e-mail address.", name.lower())
    listed = ", ".join(address.strip() for address in addresses)
    return Header(listed, "us-ascii", maxlinelen=75, header_name=name)


def _plain_text(text: str) -> MIMENonMultipart:
    quoted = charset.Charset("utf-8")
    quoted.body_encoding = charset.QP
    part = MIMENonMultipart("text", "plain", charset="utf-8")
    part.set_payload(text, quoted)
    return part


def _boundary(*parts: str | bytes) -> str:
    summed = hashlib.sha256()
    for part in parts:
        summed.update(part.encode() if isinstance(part, str) else part)
    return f"=_note_{summed.hexdigest()[:24]}"
