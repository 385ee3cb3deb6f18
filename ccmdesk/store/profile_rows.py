"""The mission's profile as a row."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.layout import OLDER_TYPEFACES, Layout
from ccmdesk.domain.profile import Names, Profile, Series, StandIn
from ccmdesk.domain.register import NumberPattern
from ccmdesk.store.image_rows import image, keep_image
from ccmdesk.store.tables import profile as table
from ccmdesk.store.unit_of_work import UnitOfWork

PROFILE_ID = 1


def load_profile(connection: Connection) -> Profile | None:
    """Return the stored profile, or None before the first one was saved."""
    row = connection.execute(select(table)).mappings().first()
    if row is None:
        return None
    return Profile(
        state_iso3=row["state_iso3"],
        language=row["language"],
        names={language: names_from(stored) for language, stored in row["names"].items()},
        emblem=image(connection, row["emblem_sha256"]),
        layout=layout_from(row["layout"]),
        number_pattern=NumberPattern(row["number_pattern"], row["number_restart"]),
        first_annual_year=row["first_annual_year"],
        sample=row["sample"],
        approval=row["approval"],
        approvers=tuple(_stand_in(stored) for stored in row["approvers"]),
        series=tuple(
            Series(stored["name"], NumberPattern(stored["pattern"], stored["restart"]))
            for stored in row["series"]
        ),
        confirmed=frozenset(row["confirmed"]),
    )


def kept_since(connection: Connection) -> date | None:
    """Return the day on which this register began, or None before a profile was saved."""
    found: date | None = connection.execute(select(table.c.kept_since)).scalar()
    return found


def store_profile(unit: UnitOfWork, profile: Profile, today: date) -> None:
    """Add or replace the profile; the register counts as kept from the first `today` on."""
    values: dict[str, Any] = {
        "state_iso3": profile.state_iso3,
        "language": profile.language,
        "names": {language: asdict(names) for language, names in profile.names.items()},
        "layout": asdict(profile.layout),
        "emblem_sha256": keep_image(unit.connection, profile.emblem) if profile.emblem else None,
        "number_pattern": profile.number_pattern.pattern,
        "number_restart": profile.number_pattern.restart,
        "first_annual_year": profile.first_annual_year,
        "sample": profile.sample,
        "approval": profile.approval,
        "approvers": [_stand_in_values(each) for each in profile.approvers],
        "series": [
            {
                "name": each.name,
                "pattern": each.pattern.pattern,
                "restart": each.pattern.restart,
            }
            for each in profile.series
        ],
        "confirmed": sorted(profile.confirmed),
    }
    # JSON gives lists back; the row is compared with what it held before.
    for names in values["names"].values():
        names["letterhead"] = list(names["letterhead"])
    if unit.row(table, PROFILE_ID) is None:
        unit.insert(table, {"id": PROFILE_ID, "kept_since": today, **values})
    else:
        unit.update(table, PROFILE_ID, values)


def names_from(stored: dict[str, Any]) -> Names:
    """Return the names a row holds; what a newer program added is left alone."""
    known = {field.name: stored[field.name] for field in fields(Names) if field.name in stored}
    known["letterhead"] = tuple(known.get("letterhead", ()))
    return Names(**known)


def layout_from(stored: dict[str, Any]) -> Layout:
    """Return the layout a row holds; what a newer program added is left alone."""
    if "address_place" not in stored and "addressee_at_foot" in stored:
        stored = {**stored, "address_place": "foot" if stored["addressee_at_foot"] else "end"}
    known = {field.name: stored[field.name] for field in fields(Layout) if field.name in stored}
    if known.get("typeface") in OLDER_TYPEFACES:
        known["typeface"] = OLDER_TYPEFACES[known["typeface"]]
    return Layout(**known)


def _stand_in_values(each: StandIn) -> dict[str, Any]:
    days = {"start": each.start, "end": each.end}
    return asdict(each) | {
        name: None if day is None else day.isoformat() for name, day in days.items()
    }


def _stand_in(stored: dict[str, Any]) -> StandIn:
    return StandIn(
        name=stored["name"],
        title=stored["title"],
        on_behalf_of=stored["on_behalf_of"],
        start=_day(stored["start"]),
        end=_day(stored["end"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
