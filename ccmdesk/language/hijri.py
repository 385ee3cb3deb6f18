"""The Islamic calendar of a date line: Umm al-Qura where its months are known, else tabular."""

from dataclasses import dataclass
from datetime import date

_FIRST_YEAR = 1440
_FIRST_DAY = date(2018, 9, 11)
# One number for each year from 1440 to 1500: bit 0 is set where Muharram has 30 days, bit 1 for
# Safar and so on. Source: the Umm al-Qura calendar of King Abdulaziz City for Science and
# Technology.
_LONG_MONTHS = (
    698, 1461, 1450, 3413, 2714, 2350, 622, 1373, 2778, 1748, 1701, 1355, 2711, 1358, 2734, 1452,
    2985, 3474, 2853, 1611, 3243, 1370, 2901, 1746, 3749, 3658, 2709, 1325, 2733, 876, 1881, 1746,
    1685, 1325, 2651, 1210, 2490, 948, 2921, 2898, 2726, 1206, 2413, 748, 1753, 3762, 3412, 3370,
    2646, 1198, 2413, 3434, 2900, 2857, 2707, 1323, 2647, 1334, 2741, 1706, 3731,
)  # fmt: skip
# 1 Muharram of the year 1 as the tabular calendar counts it, 16 July 622 of the Julian calendar.
_TABULAR_EPOCH = 227015
_CYCLE_YEARS, _CYCLE_DAYS = 30, 10631


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A day of the Islamic calendar; `month` counts from 1, Muharram."""

    year: int
    month: int
    day: int


def hijri(day: date) -> HijriDate:
    """Return the day of the Islamic calendar.

    From 11 September 2018 to 16 November 2077 it is the Umm al-Qura calendar of Saudi Arabia;
    before and after, the tabular calendar, which may differ from it by a day or two. Raises
    ValueError before the first day of the calendar.
    """
    left = (day - _FIRST_DAY).days
    if left >= 0:
        for index, bits in enumerate(_LONG_MONTHS):
            for month in range(12):
                length = 29 + (bits >> month & 1)
                if left < length:
                    return HijriDate(_FIRST_YEAR + index, month + 1, left + 1)
                left -= length
    return _tabular(day)


def _tabular(day: date) -> HijriDate:
    passed = day.toordinal() - _TABULAR_EPOCH
    if passed < 0:
        raise ValueError(f"The Islamic calendar begins after {day.isoformat()}.")
    year = (_CYCLE_YEARS * passed + 10646) // _CYCLE_DAYS
    left = passed - ((year - 1) * 354 + (3 + 11 * year) // _CYCLE_YEARS)
    # Months of 30 and 29 days take turns; a leap year has one more day at its end.
    month = min(left * 2 // 59 + 1, 12)
    while month < 12 and left >= month * 59 // 2 + month * 59 % 2:
        month += 1
    start = (month - 1) * 59 // 2 + (month - 1) * 59 % 2
    return HijriDate(year, month, left - start + 1)
