"""Dates in an Arabic note: month names of the mission's region, ranges, and the Islamic date."""

from datetime import date

from ccmdesk.domain.layout import Layout
from ccmdesk.language.arabic_numbers import in_digits
from ccmdesk.language.hijri import hijri

NO_BREAK = "\u00a0"

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
    "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip
# The United Nations writes the Levant's name and this one.
_UNITED_NATIONS = (*EGYPT[:5], "يونيه", "يوليه", *EGYPT[7:])
MAGHREB = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip
MOROCCO = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
    "نونبر", "دجنبر",
)  # fmt: skip
_REGIONAL = {"levant": LEVANT, "egypt": EGYPT, "maghreb": MAGHREB, "morocco": MOROCCO}
HIJRI_MONTHS = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip


def arabic_month(month: int, months: str = "both") -> str:
    """Return a month by number as `Layout.months` says, "both" being the United Nations' form."""
    index = month - 1
    if months in _REGIONAL:
        return _REGIONAL[months][index]
    return f"{LEVANT[index]}/{_UNITED_NATIONS[index]}"


def arabic_date(day: date, layout: Layout) -> str:
    """Return "11 أيلول/سبتمبر 2023", in the months and digits of the layout."""
    month = arabic_month(day.month, layout.months)
    return in_digits(f"{day.day}{NO_BREAK}{month} {day.year}", layout.digits)


def arabic_span(start: date, end: date | None, layout: Layout) -> str:
    """Return the days of a meeting with their preposition.

    "في 11 أيلول/سبتمبر 2023", "في الفترة من 11 إلى 14 أيلول/سبتمبر 2023"; a month or a year is
    named twice only where the range crosses it.
    """
    last = arabic_date(end or start, layout)
    if end is None or end == start:
        return f"في {last}"
    first = in_digits(str(start.day), layout.digits)
    if start.year != end.year:
        first = arabic_date(start, layout)
    elif start.month != end.month:
        first += NO_BREAK + arabic_month(start.month, layout.months)
    return f"في الفترة من {first} إلى {last}"


def hijri_date(day: date, digits: str = "western") -> str:
    """Return a day of the Islamic calendar: "26 صفر 1445 هـ"."""
    found = hijri(day)
    month = HIJRI_MONTHS[found.month - 1]
    return in_digits(f"{found.day}{NO_BREAK}{month} {found.year}{NO_BREAK}هـ", digits)
