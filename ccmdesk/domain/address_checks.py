"""Checks where the note goes: addressee, address and the reference to the note that is answered."""

import re
from collections.abc import Iterable, Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.finding import Finding, stop, warning
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.repair import Repair
from ccmdesk.domain.surroundings import Surroundings


def address_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what is wrong with the addressee, the address and the reference."""
    if not content.addressee.strip():
        yield stop(
            "addressee-missing",
            "addressee",
            "The note has no addressee.",
            "Take the addressee from the convening note.",
            source.NOTES_VERBALES,
        )
    elif not any(line.strip() for line in content.address):
        yield warning(
            "address-missing",
            "addressee",
            "The addressee has no address.",
            "Type the address, or take it from the convening note.",
            source.ADDRESSES,
        )
    yield from _address(content, around)
    yield from _reference(content, around)


def _address(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    convening = around.convening
    told = outdated(content.address, around)
    wanted = convening.reply_to if convening else ()
    taken = None
    if convening and convening.addressee and wanted and content.addressee.strip():
        taken = Repair("address", "\n".join(content.address), "\n".join(wanted))
        given = _flat(content.address)
        differs = given not in (_flat(wanted), _flat(convening.address)) and bool(given)
    else:
        differs = False
    if told and not (convening and outdated(wanted, around)):
        yield warning(
            "address-outdated",
            "addressee",
            f"This address of the secretariat is an old one: {told}.",
            "Take the address from the convening note.",
            told,
            taken if differs else None,
        )
    elif differs:
        yield warning(
            "address-differs",
            "addressee",
            "The address is not the one the convening note gives.",
            "Take the address from the convening note.",
            source.convening_source(convening),
            taken,
        )


def outdated(address: Iterable[str], around: Surroundings) -> str:
    """Return where the older address was last seen, "" for one that is not known to be old."""
    flat = re.sub(r"[^\w@]", "", " ".join(address).casefold())
    for mark, told in around.outdated_address.items():
        if re.sub(r"[^\w@]", "", mark) in flat:
            return told
    return ""


def _reference(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    if content.kind is NoteKind.ACKNOWLEDGEMENT and not (
        content.reference.strip() or content.reference_dated
    ):
        yield stop(
            "reference-missing",
            "reference",
            "The note acknowledges receipt of no note: reference and date are missing.",
            "Type the reference and the date of the note that was received.",
            source.PRACTICE,
        )
    convening = around.convening
    if convening is None or not convening.reference:
        return
    typed, asked = content.reference.strip(), convening.reference.strip()
    if typed != asked:
        yield warning(
            "reference-differs",
            "reference",
            f"The convening note is {asked}; this note "
            + (f"answers {typed}." if typed else "answers none."),
            "Take the reference from the convening note.",
            source.convening_source(convening),
            Repair("reference", content.reference, convening.reference),
        )
    elif convening.dated and content.reference_dated and content.reference_dated != convening.dated:
        yield warning(
            "reference-date-differs",
            "reference",
            f"The convening note {asked} is of {long_date(convening.dated)}, not of "
            f"{long_date(content.reference_dated)}.",
            "Take the date from the convening note.",
            source.convening_source(convening),
            Repair(
                "reference_dated", content.reference_dated.isoformat(), convening.dated.isoformat()
            ),
        )


def _flat(lines: Iterable[str]) -> str:
    return " ".join(re.findall(r"[\w.-]+", " ".join(lines).casefold()))
