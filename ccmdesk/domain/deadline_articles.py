"""The two articles with a deadline that can be extended, in the words of a working."""

from dataclasses import dataclass

from ccmdesk.domain.duty import DutyKind


@dataclass(frozen=True, slots=True)
class DeadlineArticle:
    """What differs between stockpile destruction and clearance."""

    number: int
    deadline_kind: DutyKind
    request_kind: DutyKind
    initial_article: str
    extension_article: str
    request_article: str
    title: str
    initial_rule: str
    extension_rule: str
    years: str
    remark: str


DESTRUCTION = DeadlineArticle(
    number=3,
    deadline_kind=DutyKind.ART3_DESTRUCTION,
    request_kind=DutyKind.ART3_EXTENSION_REQUEST,
    initial_article="3(2)",
    extension_article="3(3)",
    request_article="3(5)",
    title="Destruction of stockpiles",
    initial_rule="Article 3(2): stockpiled cluster munitions are destroyed no later than eight "
    "years after the Convention enters into force for the State.",
    extension_rule="Article 3(3) and (5): a Meeting of States Parties or a Review Conference may "
    "extend the deadline by up to four years, and again in exceptional circumstances.",
    years="Eight",
    remark="A State that never held stockpiles marks this deadline as not applicable.",
)
CLEARANCE = DeadlineArticle(
    number=4,
    deadline_kind=DutyKind.ART4_CLEARANCE,
    request_kind=DutyKind.ART4_EXTENSION_REQUEST,
    initial_article="4(1)(a)",
    extension_article="4(5)",
    request_article="4(6)",
    title="Clearance of remnants",
    initial_rule="Article 4(1)(a): remnants in areas under the State's jurisdiction or control "
    "are cleared and destroyed no later than ten years after the Convention enters into force "
    "for the State.",
    extension_rule="Article 4(5), (7) and (8): a Meeting of States Parties or a Review Conference "
    "may extend the deadline by up to five years, and renew the extension.",
    years="Ten",
    remark="A State without contaminated areas marks this deadline as not applicable. Remnants "
    "that arise after entry into force have ten years from the end of the active hostilities "
    "(Article 4(1)(b)).",
)
