"""Commands that start a draft: of any kind, and the amendment of an issued note."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ccmdesk.commands.access import open_services, require_profile
from ccmdesk.commands.output import print_json
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.delegation import Delegate, heads
from ccmdesk.domain.errors import CcmDeskError, InputError, RefusedError
from ccmdesk.domain.note import Draft, NoteKind, NoteLine, NoteState, Part
from ccmdesk.domain.note_kinds import CORRECTIONS, QUESTION, REQUEST, RULES, KindRule
from ccmdesk.domain.note_matter import Matter

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

# Which kinds read an option; the others would not print it.
_READ_BY: dict[str, frozenset[NoteKind]] = {
    "article": frozenset(kind for kind, rule in RULES.items() if rule.articles),
    "year": frozenset({NoteKind.ARTICLE7}),
    "initial": frozenset({NoteKind.ARTICLE7}),
    "expires": frozenset({NoteKind.EXTENSION}),
    "until": frozenset({NoteKind.EXTENSION, NoteKind.COMPLIANCE}),
    "question": frozenset(kind for kind, rule in RULES.items() if QUESTION in rule.parts),
    "correct": frozenset(kind for kind, rule in RULES.items() if CORRECTIONS in rule.parts),
    "answers": frozenset(kind for kind, rule in RULES.items() if rule.earlier),
    "delegates": frozenset(kind for kind, rule in RULES.items() if rule.lists_delegation),
}
_NAMED_DELEGATION = frozenset({NoteKind.NOMINATION, NoteKind.OBSERVER})
_FIRM = frozenset({NoteState.ISSUED, NoteState.DISPATCHED, NoteState.ACKNOWLEDGED})


def note_new(asked: Namespace) -> None:
    """Draft a note and print its id; a delegation given replaces the meeting's."""
    kind = NoteKind(asked.kind)
    _refuse_strange(asked, kind)
    delegates = _delegates(asked)
    with open_services(asked) as desk:
        require_profile(desk)
        first = _earlier(desk, asked, kind)
        if first is None:
            note_id = _started(desk, asked, kind, delegates)
        else:
            note_id = _following(desk, asked, kind, first, delegates)
        desk.versions.keep(note_id)
        missing = _missing(desk, note_id)
    _print_id(note_id, asked)
    if missing:
        _remark(f"this draft does not say yet {', '.join(missing)}; it cannot be issued so.")
    if delegates is not None and len(heads(delegates)) != 1:
        count = len(heads(delegates)) or "no"
        _remark(
            f"the list names {count} heads of delegation; a note can be issued with exactly one, "
            "so correct the role before issuing."
        )


def note_amend(asked: Namespace) -> None:
    """Draft the amendment of an issued note from what changed in its delegation."""
    delegates = _delegates(asked)
    with open_services(asked) as desk:
        require_profile(desk)
        note_id = _amended(desk, asked.note, delegates)
        desk.versions.keep(note_id)
    _print_id(note_id, asked)


def _delegates(asked: Namespace) -> list[Delegate] | None:
    if asked.delegates is None:
        return None
    from ccmdesk.services.delegate_csv import read_delegates

    return read_delegates(asked.delegates)


def _print_id(note_id: int, asked: Namespace) -> None:
    if asked.json:
        print_json({"id": note_id})
    else:
        print(note_id)


def _remark(text: str) -> None:
    print(f"ccmdesk: {text}", file=sys.stderr)


def _refuse_strange(asked: Namespace, kind: NoteKind) -> None:
    """Raise WrongUsageError for an option of which a note of this kind would say nothing."""
    for option, kinds in _READ_BY.items():
        if getattr(asked, option) not in (None, False, []) and kind not in kinds:
            listed = ", ".join(sorted(kinds))
            raise WrongUsageError(
                f"A note of the kind {kind} says nothing of --{option}; it belongs to {listed}."
            )
    articles = RULES[kind].articles
    if asked.article is not None and asked.article not in articles:
        raise WrongUsageError(
            f"A note of the kind {kind} is about Article {' or '.join(map(str, articles))}."
        )
    if asked.initial and asked.year is not None:
        raise WrongUsageError("The initial report covers no year; give --initial or --year.")


def _earlier(desk: "Desk", asked: Namespace, kind: NoteKind) -> int | None:
    """Return the issued note that is amended or corrected, if there is one."""
    if not RULES[kind].earlier:
        return None
    if asked.answers is not None:
        return _found(desk, asked.answers)
    if kind is NoteKind.AMENDMENT and asked.meeting is not None:
        lines = _issued(desk, meeting=asked.meeting)
        # The last one that named a delegation to this meeting is meant.
        return next((line.id for line in lines if line.kind in _NAMED_DELEGATION), None)
    return None


def _found(desk: "Desk", typed: str) -> int:
    """Return the note that bears an id or, where there is none of that id, a number."""
    if typed.isdecimal():
        try:
            return desk.notes.line(int(typed)).id
        except InputError:
            # Not an id, so a number, or nothing.
            pass
    number = " ".join(typed.split())
    for line in _issued(desk, search=number):
        if line.number.casefold() == number.casefold():
            return line.id
    raise InputError(f"The register has no note {number}; see “ccmdesk notes”.", "answers")


def _issued(desk: "Desk", *, meeting: str = "", search: str = "") -> list[NoteLine]:
    from ccmdesk.services.register import SEALED, NoteFilter

    states = SEALED if search else _FIRM
    wanted = NoteFilter(states, meeting=meeting, search=search, order="date")
    return desk.register.page(desk.register.ids(wanted))


def _started(
    desk: "Desk", asked: Namespace, kind: NoteKind, delegates: Sequence[Delegate] | None
) -> int:
    rule = RULES[kind]
    meeting_id = None
    if asked.meeting is not None:
        meeting_id = _meeting(desk, asked.meeting)
    elif rule.meeting:
        raise WrongUsageError(f"A note of the kind {kind} needs a meeting, as in --meeting 11MSP.")
    language = asked.language or desk.profile.required().language
    draft = _typed(Draft(kind, language, meeting_id), asked)
    if delegates is not None and meeting_id is not None:
        desk.delegations.replace_all(meeting_id, delegates)
    return desk.notes.store(draft, "Start a note")


def _following(
    desk: "Desk",
    asked: Namespace,
    kind: NoteKind,
    first: int,
    delegates: Sequence[Delegate] | None,
) -> int:
    line = desk.notes.line(first)
    if asked.meeting is not None and asked.meeting.upper() != line.meeting_code.upper():
        raise WrongUsageError(
            f"The note {line.number or line.id} is about {line.meeting_code or 'no meeting'}, not"
            f" about {asked.meeting}."
        )
    if kind is NoteKind.CORRECTION:
        note_id = desk.amendments.correct(first)
    elif delegates is not None:
        note_id = _amended(desk, first, delegates)
    else:
        note_id = desk.amendments.amend(first)
    try:
        draft = desk.notes.draft(note_id)
        desk.notes.update(note_id, _typed(draft, asked))
    except CcmDeskError:
        desk.notes.remove_draft(note_id)
        raise
    return note_id


def _amended(desk: "Desk", first: int, delegates: Sequence[Delegate] | None) -> int:
    """Start an amendment; raises RefusedError where it would have nothing to say."""
    if not desk.amendments.changes(first, delegates):
        number = desk.notes.line(first).number
        raise RefusedError(
            f"Nothing changed in the delegation since the note {number} was issued; there is"
            " nothing to amend.",
            "delegates",
        )
    return desk.amendments.amend(first, delegates)


def _meeting(desk: "Desk", code: str) -> int:
    try:
        return desk.meetings.adopt(code).id
    except InputError as error:
        raise WrongUsageError(error.message) from error


def _typed(draft: Draft, asked: Namespace) -> Draft:
    """Return the draft with what was typed; what was not stays as it is."""
    matter: Matter = replace(
        draft.matter,
        article=asked.article or 0,
        year=asked.year or 0,
        initial=asked.initial,
        expires=asked.expires,
        until=asked.until,
        subject=asked.subject or "",
        question=asked.question or "",
        corrections=tuple(asked.correct),
    )
    return replace(
        draft,
        language=asked.language or draft.language,
        matter=matter,
        body=_body(RULES[draft.kind], asked.text),
        addressee=draft.addressee if asked.addressee is None else asked.addressee,
        address=tuple(asked.address) or draft.address,
        reference=asked.reference,
        reference_dated=asked.reference_date,
        enclosures=tuple(asked.enclosure),
        courtesy=asked.courtesy or draft.courtesy,
    )


def _body(rule: KindRule, texts: Sequence[str]) -> tuple[Part, ...]:
    """Return the template with paragraphs of the officer's own before its request."""
    if not texts:
        return ()
    own = [Part("", text) for text in texts]
    before = [Part(key) for key in rule.parts if key != REQUEST]
    after = [Part(key) for key in rule.parts if key == REQUEST]
    return (*before, *own, *after)


def _missing(desk: "Desk", note_id: int) -> list[str]:
    """Return what a draft lacks that its kind cannot do without."""
    draft = desk.notes.draft(note_id)
    kind, matter = draft.kind, draft.matter
    wanted = {
        "which note it amends or corrects (--answers)": RULES[kind].earlier
        and draft.answers is None,
        "for what is to be read what (--correct)": CORRECTIONS in RULES[kind].parts
        and not matter.corrections,
        "which article it is about (--article)": len(RULES[kind].articles) > 1
        and not matter.article,
        "which year the report covers (--year or --initial)": kind is NoteKind.ARTICLE7
        and not (matter.year or matter.initial),
        "until when the deadline is to be extended (--until)": kind is NoteKind.EXTENSION
        and matter.until is None,
        "what is asked (--question)": QUESTION in RULES[kind].parts and not matter.question,
        "what changed in the delegation": kind is NoteKind.AMENDMENT
        and draft.answers is not None
        and not desk.notes.content(note_id).matter.changes,
    }
    return [text for text, lacking in wanted.items() if lacking]
