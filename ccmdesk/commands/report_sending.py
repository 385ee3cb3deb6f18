"""Commands that ask ministries for their forms, and send a sealed Article 7 report on its way."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services, read_bytes
from ccmdesk.commands.output import print_json
from ccmdesk.commands.report import named, transmitted
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import EnvironmentFault, RefusedError, machine_fault
from ccmdesk.domain.note_life import Proof
from ccmdesk.system.atomic_file import write_bytes

if TYPE_CHECKING:
    from ccmdesk.domain.article7 import SealedReport
    from ccmdesk.services.desk import Desk
    from ccmdesk.services.transmittals import Transmitted


def report_holders(asked: Namespace) -> None:
    """List who holds which forms, and which of them have not arrived."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        found = desk.letters.holders(report.id)
    if asked.json:
        print_json(
            [
                {"owner": each.owner, "forms": each.letters, "waiting": each.waiting}
                for each in found
            ]
        )
        return
    for each in found:
        waiting = f"; not arrived: {', '.join(each.waiting)}" if each.waiting else "; all arrived"
        print(f"{each.owner}: {', '.join(each.letters)}{waiting}")
    if not found:
        print("No form names who holds it yet.")


def report_request(asked: Namespace) -> None:
    """Write the letter that asks an office for its forms; --asked records that it went."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        data = desk.letters.request(report.id, asked.to, asked.by, asked.forms or ())
        write_bytes(asked.out, data)
        if asked.asked is not None:
            desk.letters.asked(report.id, asked.to, asked.asked, letters=asked.forms or ())
    _print_written(asked)


def report_chase(asked: Namespace) -> None:
    """Write the letter that reminds an office of what it was asked for."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        write_bytes(asked.out, desk.letters.chaser(report.id, asked.to, asked.by))
    _print_written(asked)


def report_transmit(asked: Namespace) -> None:
    """Issue the note that carries a sealed report, and write the e-mail with both."""
    with open_services(asked) as desk:
        sealed = _newest(desk, asked.period)
        done = desk.transmittals.transmit(
            sealed.id,
            on=asked.date,
            language=asked.language or "",
            number=asked.number,
            to=asked.to or "",
        )
    if asked.eml is not None and done.eml:
        _write_email(asked, done)
    if asked.json:
        print_json(_transmitted_json(done))
        return
    if done.line is None:
        print(
            f"Note {done.note_id} waits for its approval; transmit again after “ccmdesk note"
            f" approve {done.note_id}”."
        )
        return
    assert done.line.dated is not None
    print(f"Issued as No. {done.line.number} of {spoken(done.line.dated)}")
    print(f"To: {', '.join(done.to)}")
    print(f"Copy: {', '.join(done.cc)}")
    print(f"Subject: {done.subject}")
    print()
    print(done.text)


def report_sent(asked: Namespace) -> None:
    """Record how and when a transmitted report left; its duty is then met."""
    file = None
    if asked.proof_file is not None:
        # The bytes of a name need not be text; what is kept of it is.
        name = os.fsencode(asked.proof_file.name).decode("utf-8", "replace")
        file = Proof(name, read_bytes(asked.proof_file, "proof"))
    with open_services(asked) as desk:
        sealed = transmitted(desk, named(desk, asked.period), asked.version)
        on = asked.on or desk.clock.today()
        found = desk.transmittals.sent(sealed.id, on, asked.channel, asked.proof or "", file)
    if asked.json:
        print_json(
            {
                "version": found.version,
                "note": found.note_id,
                "number": found.number,
                "state": found.state.value,
                "sent_on": found.sent_on,
                "channel": found.channel.value if found.channel else None,
                "proof": found.proof or None,
            }
        )
    else:
        print(f"Sent on {spoken(on)} with note {found.number}; the duty is met.")


def _newest(desk: "Desk", period: str) -> "SealedReport":
    report = named(desk, period)
    versions = desk.reports.sealed(report.id)
    if not versions:
        raise RefusedError(f"The {report.name} is not sealed yet; seal it first.", "report")
    return versions[-1]


def _write_email(asked: Namespace, done: "Transmitted") -> None:
    """Write the e-mail; where that fails, say that the note is issued all the same."""
    try:
        write_bytes(asked.eml, done.eml)
    except OSError as error:
        number = done.line.number if done.line else ""
        raise EnvironmentFault(
            f"{machine_fault(error).message} The note is issued as No. {number}; type “ccmdesk"
            f" report export {asked.period} --out FILE.eml” to write its e-mail."
        ) from error


def _print_written(asked: Namespace) -> None:
    if asked.json:
        print_json({"file": str(asked.out)})
    else:
        print(asked.out)


def _transmitted_json(done: "Transmitted") -> dict[str, Any]:
    return {
        "note": done.note_id,
        "number": done.line.number if done.line else None,
        "date": done.line.dated if done.line else None,
        "to": done.to,
        "cc": done.cc,
        "subject": done.subject or None,
        "text": done.text or None,
    }
