"""What becomes of each row of an import, in the words of the window."""

from collections.abc import Collection

from ccmdesk.services.people_import import ImportResult, RowOutcome
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.pick_table import PickRow


def shown_row(each: RowOutcome, *, as_new: bool, with_roles: bool) -> PickRow:
    """Return a row as the table shows it; `as_new` where it is taken for somebody else."""
    cells = _cells(each, with_roles)
    if each.problem:
        where = tr("Line {number}: {what}", number=each.row, what=each.problem)
        return PickRow(
            each.row, tr("not possible"), Tone.DANGER, cells, where, picked=False, fixed=True
        )
    known = each.duplicate_of
    if known is None:
        like = tr("Nearly as line {number}", number=each.like_row) if each.like_row else ""
        return PickRow(each.row, tr("new"), Tone.OK, cells, like)
    told = known.printed_name(capitals=False)
    if known.functional_title and known.functional_title != cells[2]:
        told = f"{told}, {known.functional_title}"
    if as_new:
        remark = tr("Somebody else than {known}", known=told)
        return PickRow(each.row, tr("new"), Tone.OK, cells, remark)
    remark = tr("Known here: {known}", known=told)
    if each.in_delegation:
        return PickRow(each.row, tr("in the list"), Tone.PLAIN, cells, remark)
    return PickRow(each.row, tr("known"), Tone.ACCENT, cells, remark)


def summary(outcomes: Collection[RowOutcome], picked: Collection[int], new: Collection[int]) -> str:
    """Return how many rows there are and what becomes of them; `new` are taken as somebody new."""
    taken = [each for each in outcomes if each.row in picked]
    known = sum(each.duplicate_of is not None and each.row not in new for each in taken)
    wrong = sum(bool(each.problem) for each in outcomes)
    left = len(outcomes) - len(taken) - wrong
    parts = [
        counted(len(outcomes), tr("1 row"), tr("{count} rows")),
        tr("{count} new", count=len(taken) - known),
        tr("{count} known and brought up to date", count=known),
        tr("{count} not possible", count=wrong) if wrong else "",
        tr("{count} left out", count=left) if left else "",
    ]
    return " · ".join(part for part in parts if part)


def done(result: ImportResult) -> str:
    """Return what was done."""
    parts = [counted(result.added, tr("1 person added"), tr("{count} people added"))]
    if result.updated:
        parts.append(tr("{count} brought up to date", count=result.updated))
    if result.left_out:
        parts.append(tr("{count} left out", count=result.left_out))
    return " · ".join(parts)


def counted(count: int, one: str, many: str) -> str:
    """Return `one`, or `many` with the count in its place."""
    return one if count == 1 else many.format(count=count)


def _cells(each: RowOutcome, with_roles: bool) -> tuple[str, str, str, str]:
    person = each.person
    nameless = tr("Line {number}", number=each.row)
    role = tr(ROLE_WORDS[each.role])
    if person is None:
        return nameless, role if with_roles else "", "", ""
    return (
        person.printed_name(capitals=False) or nameless,
        role if with_roles else person.email,
        person.functional_title,
        ", ".join(part for part in (person.organization, person.place) if part),
    )
