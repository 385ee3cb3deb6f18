"""Puts files into a paper, as PDF/A-3 allows: each with its name, kind and relation to the text."""

import hashlib

from ccmdesk.typeset.blocks import Attachment, Document
from ccmdesk.typeset.errors import UnusableAttachmentError
from ccmdesk.typeset.metadata import day_of
from ccmdesk.typeset.writer import PdfFile, name, reference, text_string

# What no system takes for part of a file's name.
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


def write_attachments(file: PdfFile, document: Document) -> bytes:
    """Write the attachments and return what the catalog says of them.

    Raises UnusableAttachmentError for a name that is no file name or stands for two files, or a
    kind that is no MIME type.
    """
    _check(document.attachments)
    found = {text_string(each.name): _write(file, each, document) for each in document.attachments}
    # Readers look for a name as in a dictionary.
    names = b" ".join(key + b" " + reference(found[key]) for key in sorted(found))
    listed = b" ".join(reference(number) for number in found.values())
    return b" /AF [%s] /Names << /EmbeddedFiles << /Names [%s] >> >>" % (listed, names)


def _check(attachments: tuple[Attachment, ...]) -> None:
    names = set[str]()
    for each in attachments:
        bare = each.name.strip(" .")
        if not bare or not each.name.isprintable() or _NOT_IN_NAMES & set(each.name):
            raise UnusableAttachmentError(f"“{each.name}” is not the name of a file.")
        if each.name.casefold() in names:
            raise UnusableAttachmentError(f"Two attachments are called “{each.name}”.")
        if len([part for part in each.mime.split("/") if part.isascii() and part]) != 2:
            raise UnusableAttachmentError(f"“{each.mime}” is not a kind of file.")
        names.add(each.name.casefold())


def _write(file: PdfFile, attachment: Attachment, document: Document) -> int:
    day = day_of(document)
    digest = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest().upper().encode()
    entries = b"/Type /EmbeddedFile /Subtype %s /Params << /Size %d /ModDate %s /CheckSum <%s> >>"
    stream = file.stream(
        entries % (name(attachment.mime), len(attachment.data), day, digest), attachment.data
    )
    # The plain name is for readers that know nothing of Unicode.
    plain = attachment.name.encode("ascii", "replace").decode().translate(_PLAIN)
    return file.add(
        b"<< /Type /Filespec /F (%s) /UF %s /Desc %s /AFRelationship %s"
        b" /EF << /F %s /UF %s >> >>"
        % (
            plain.encode(),
            text_string(attachment.name),
            text_string(attachment.description),
            name(attachment.relationship),
            reference(stream),
            reference(stream),
        )
    )


_PLAIN = str.maketrans({"?": "_", "(": "_", ")": "_"})
