"""What a file says of itself: title, author, dates and the standards it keeps."""

import zlib
from datetime import date
from functools import cache
from pathlib import Path

from ccmdesk.typeset.blocks import Document
from ccmdesk.typeset.writer import PdfFile, reference, text_string

_CREATOR = "CCM Desk"
_PRODUCER = "CCM Desk"
_UNDATED = date(2000, 1, 1)
# The colours of screens and office printers; written by LittleCMS, free of rights.
_COLOURS = Path(__file__).with_name("srgb.icc")

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
# PDF/A asks that the words of PDF/UA be explained in the file.
_EXPLAINED = (
    '<rdf:Description rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the file keeps</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>"
)


def write_information(file: PdfFile, document: Document) -> int:
    """Write the older kind of metadata and return its number."""
    day = day_of(document)
    entries = {
        b"Title": text_string(_clean(document.title)),
        b"Author": text_string(_clean(document.author)),
        b"Subject": text_string(_clean(document.subject)),
        b"Keywords": text_string(_clean(document.mark)) if document.mark else b"",
        b"Creator": text_string(_CREATOR),
        b"Producer": text_string(_PRODUCER),
        b"CreationDate": day,
        b"ModDate": day,
    }
    body = b" ".join(b"/%s %s" % (key, value) for key, value in entries.items() if value)
    return file.add(b"<< %s >>" % body)


def day_of(document: Document) -> bytes:
    """Return the date of the paper as a string of the file, at midnight of universal time."""
    return f"(D:{_day(document).replace('-', '')}000000+00'00')".encode()


def write_metadata(file: PdfFile, document: Document) -> int:
    """Write the XMP packet, which says the same as the information, and return its number."""
    return file.plain_stream(b"/Type /Metadata /Subtype /XML", _packet(document).encode())


def write_output_intent(file: PdfFile) -> int:
    """Write which colours are meant and return the number of the output intent."""
    profile = file.stream(b"/N 3", b"", packed=_packed_colours())
    return file.add(
        b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
        b" /Info (sRGB IEC61966-2.1) /DestOutputProfile %s >>" % reference(profile)
    )


@cache
def _packed_colours() -> bytes:
    return zlib.compress(_COLOURS.read_bytes(), 9)


def _packet(document: Document) -> str:
    day = f"{_day(document)}T00:00:00+00:00"
    simple = {
        # Only the third part allows files within the file.
        "pdfaid:part": "3" if document.attachments else "2",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
        "dc:format": "application/pdf",
        "dc:title": _alternatives(document.title),
        "dc:creator": f"<rdf:Seq><rdf:li>{_xml(document.author)}</rdf:li></rdf:Seq>",
        "dc:description": _alternatives(document.subject),
        "dc:language": f"<rdf:Bag><rdf:li>{_xml(document.language)}</rdf:li></rdf:Bag>",
        "xmp:CreateDate": day,
        "xmp:ModifyDate": day,
        "xmp:CreatorTool": _CREATOR,
        "pdf:Producer": _PRODUCER,
    }
    if document.mark:
        simple["pdf:Keywords"] = _xml(document.mark)
    body = "".join(f"<{key}>{value}</{key}>" for key, value in simple.items())
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{names}>{body}</rdf:Description>{_EXPLAINED}'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(text)}</rdf:li></rdf:Alt>'


def _xml(text: str) -> str:
    # As html.escape does, whose tables of names take longer to load than a note to set.
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    """Return the text without what no line of metadata can hold."""
    return "".join(character if character.isprintable() else " " for character in text)


def _day(document: Document) -> str:
    return (document.dated or _UNDATED).isoformat()
