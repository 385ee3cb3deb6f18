"""Chinese numerals, ordinals and dates of a note."""

from datetime import date

_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Return a number from 0 to 99 as it is read: 十一, 二十, 九十九; else ValueError."""
    if not 0 <= number <= 99:
        raise ValueError(f"No numeral in words for {number}.")
    ten, unit = divmod(number, 10)
    if not ten:
        return _DIGITS[unit]
    return f"{'' if ten == 1 else _DIGITS[ten]}十{_DIGITS[unit] if unit else ''}"


def chinese_ordinal(number: int) -> str:
    """Return an ordinal from 1 to 99: 第十一; raises ValueError outside that range."""
    if not 1 <= number <= 99:
        raise ValueError(f"No ordinal in words for {number}.")
    return f"第{chinese_number(number)}"


def chinese_date(day: date) -> str:
    """Return a date in the body of a note: 2023年9月11日."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_foot_date(day: date) -> str:
    """Return a date at the foot of a note, in Chinese numerals: 二〇二六年九月一日."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def chinese_span(start: date, end: date | None) -> str:
    """Return the days of a meeting: 2023年9月11日至14日, 2022年8月30日至9月2日.

    A month or a year is named twice only where the range crosses it.
    """
    if end is None or end == start:
        return chinese_date(start)
    last = f"{end.day}日"
    if start.year != end.year:
        last = chinese_date(end)
    elif start.month != end.month:
        last = f"{end.month}月{last}"
    return f"{chinese_date(start)}至{last}"
