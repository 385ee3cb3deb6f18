"""A reporting template of three forms, and the days around a report, for tests of its rules."""

from datetime import date

from ccmdesk.domain.article7 import FormSet, FormSpec

TODAY = date(2026, 4, 20)
JOINED = date(2012, 7, 17)
SENT = date(2025, 4, 28)
TEMPLATE = FormSet(
    "t",
    "Template",
    "source",
    TODAY,
    (
        FormSpec("A", "Measures", "7(1)(a)", not_applicable_allowed=False),
        FormSpec("B", "Stockpiles", "7(1)(b)"),
        FormSpec("J", "Other", "", voluntary=True),
    ),
)
