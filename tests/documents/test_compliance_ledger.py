"""The ledger on paper takes one page, however many years it covers."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from ccmdesk.documents.compliance_ledger import ledger_pdf
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyRecord
from ccmdesk.domain.ledger import Ledger, ledger_of
from ccmdesk.domain.tracking import track
from ccmdesk.services import reference
from ccmdesk.services.deadlines import DeadlinesService, ReferenceBook

LONG_PROOF = "Note No. 117/2026 with the receipt of the Office for Disarmament Affairs " * 6


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def kept(iso3: str, as_of: date, proof: str) -> Ledger:
    """Return the ledger of a State that sent everything five days late."""
    service = DeadlinesService(ReferenceBook(), FixedClock.on(as_of))
    duties = [each.duty for each in service.duties(iso3, as_of=as_of)]
    records = {
        duty.key: DutyRecord(
            duty.key, done_on=duty.due + timedelta(5), proof=proof, channel="pouch"
        )
        for duty in duties
        if duty.due + timedelta(5) <= as_of
    }
    began = date(2010, 8, 1)
    tracked = [
        track(duty, records.get(duty.key), as_of=as_of, recorded_since=began) for duty in duties
    ]
    state = next(each for each in reference.states() if each.iso3 == iso3)
    return ledger_of(state, tracked, as_of=as_of, kept_since=began)


@pytest.mark.parametrize("proof", ["9/2026", LONG_PROOF])
@pytest.mark.parametrize("iso3", ["DEU", "CHL", "BGR", "NGA"])
def test_thirty_years_take_one_page(iso3: str, proof: str) -> None:
    text = pages(ledger_pdf(kept(iso3, date(2040, 12, 31), proof), mission="Permanent Mission"))
    assert len(text) == 1
    assert "for 2039" in text[0]
    assert "5 days late" in text[0]
    assert "Permanent Mission" in text[0]


def test_the_long_name_of_a_file_lacks_its_middle() -> None:
    proof = f"12/2026, NV_{'Article_7_report_' * 14}signed.pdf"
    (text,) = pages(ledger_pdf(kept("NGA", date(2026, 12, 31), proof)))
    assert "12/2026,NV_Article_7_report_…_signed.pdf" in "".join(text.split())


def test_the_page_of_another_state_invents_nothing() -> None:
    ledger = DeadlinesService(ReferenceBook(), FixedClock.on(date(2026, 11, 22))).ledger("BGR")
    (text,) = pages(ledger_pdf(ledger))
    assert "not recorded here" in text
    assert "Sent on" not in text
    assert "clusterconvention.org/9msp" in text
    assert "The register of this State is not kept here" in text
    assert "as it is known now" not in text


def test_a_look_back_says_that_the_sources_know_more() -> None:
    service = DeadlinesService(ReferenceBook(), FixedClock.on(date(2026, 11, 22)))
    (text,) = pages(ledger_pdf(service.ledger("BGR", date(2015, 6, 1))))
    assert "told as it is known now" in " ".join(text.split())


def test_a_state_outside_gets_a_page_that_says_so() -> None:
    ledger = DeadlinesService(ReferenceBook(), FixedClock.on(date(2026, 11, 22))).ledger("AGO")
    (text,) = pages(ledger_pdf(ledger))
    assert "not a Party" in text
