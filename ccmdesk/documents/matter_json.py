"""What a note is about beside its meeting, as JSON and back."""

from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.documents.people_json import delegate_json, read_delegate
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_matter import Change, ChangeKind, Correction, EarlierNote, Matter

_ARTICLES = (0, 3, 4, 7)


def matter_json(matter: Matter) -> dict[str, object]:
    """Return the matter as values for `json.dumps`; dates are ISO 8601."""
    earlier = matter.earlier
    return {
        "article": matter.article,
        "year": matter.year,
        "initial": matter.initial,
        "expires": matter.expires.isoformat() if matter.expires else None,
        "until": matter.until.isoformat() if matter.until else None,
        "subject": matter.subject,
        "question": matter.question,
        "corrections": [
            {"wrong": each.wrong, "right": each.right, "place": each.place}
            for each in matter.corrections
        ],
        "earlier": earlier
        and {
            "number": earlier.number,
            "dated": earlier.dated.isoformat(),
            "subject": earlier.subject,
        },
        "changes": [
            {
                "kind": str(change.kind),
                "before": change.before and delegate_json(change.before),
                "after": change.after and delegate_json(change.after),
            }
            for change in matter.changes
        ],
    }


def read_matter(matter: JsonObject) -> Matter:
    """Return the matter; what is left out takes its default. Raises InputError naming the key."""
    article = matter.whole("article", 0)
    if article not in _ARTICLES:
        key = matter.key("article")
        raise InputError(f"“{key}” must be 3, 4 or 7, or 0 where no article is meant.", key)
    found = Matter(
        article=article,
        year=matter.whole("year", 0),
        initial=matter.flag("initial", False),
        expires=matter.optional_day("expires"),
        until=matter.optional_day("until"),
        subject=matter.text("subject", ""),
        question=matter.text("question", ""),
        corrections=matter.each("corrections", _correction),
        earlier=_earlier(matter.optional_object("earlier")) if matter.has("earlier") else None,
        changes=matter.each("changes", _change),
    )
    matter.close()
    return found


def _correction(correction: JsonObject) -> Correction:
    found = Correction(
        correction.text("wrong"), correction.text("right"), correction.text("place", "")
    )
    correction.close()
    return found


def _earlier(earlier: JsonObject) -> EarlierNote:
    found = EarlierNote(earlier.text("number"), earlier.day("dated"), earlier.text("subject", ""))
    earlier.close()
    return found


def _change(change: JsonObject) -> Change:
    found = Change(
        change.choice("kind", ChangeKind), _member(change, "before"), _member(change, "after")
    )
    if found.before is None and found.after is None:
        key = change.key("after")
        raise InputError(f"“{key}”: a change needs the member before it, after it, or both.", key)
    change.close()
    return found


def _member(change: JsonObject, name: str) -> Delegate | None:
    return read_delegate(change.required_object(name)) if change.has(name) else None
