"""Whole notes whose sentences were sealed and then changed by one word are no longer right."""

from dataclasses import replace

import pytest

from ccmdesk.domain.finding import Severity
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.language.wording import resolved
from ccmdesk.services.note_findings import findings_of
from tests.golden.lint_notes import TODAY, right_note

CHANGES = [
    ("en", "Geneva", "Lausanne", "meeting-city-differs"),
    ("en", "from 11", "from 10", "meeting-dates-differ"),
    ("en", "September", "October", "meeting-dates-differ"),
    ("en", "2023", "2022", "meeting-dates-differ"),
    ("en", "Eleventh", "Twelfth", "meeting-name-differs"),
    ("en", "Eleventh Meeting of States Parties", "Third Review Conference", "meeting-name-differs"),
    ("en", "the Republic of Avataria", "the Kingdom of Norway", "other-state"),
    ("en", "the Republic of Avataria", "the Republic of Ruritania", "other-state"),
    ("fr", "du 11", "du 12", "meeting-dates-differ"),
    ("fr", "onzième", "douzième", "meeting-name-differs"),
    ("fr", "Genève", "Vienne", "meeting-city-differs"),
    ("fr", "la République d’Avatarie", "le Nigéria", "other-state"),
    ("fr", "participera", "participera en qualité d’observateur", "status-differs"),
    ("es", "al 14", "al 15", "meeting-dates-differ"),
    ("es", "Undécima", "Duodécima", "meeting-name-differs"),
    ("es", "Ginebra", "Viena", "meeting-city-differs"),
    ("es", "República de Avataria", "República de Colombia", "other-state"),
    ("ru", "сентября", "октября", "meeting-dates-differ"),
    ("ru", "одиннадцатом", "двенадцатом", "meeting-name-differs"),
    ("ru", "Женеве", "Вене", "meeting-city-differs"),
    ("ru", "Республики Аватария", "Республики Замбия", "other-state"),
    ("ar", "إلى 14", "إلى 15", "meeting-dates-differ"),
    ("ar", "الحادي عشر", "الثاني عشر", "meeting-name-differs"),
    ("ar", "جنيف", "فيينا", "meeting-city-differs"),
    ("ar", "جمهورية أفاتاريا", "جمهورية العراق", "other-state"),
    ("zh", "14日", "15日", "meeting-dates-differ"),
    ("zh", "第十一次", "第十二次", "meeting-name-differs"),
    ("zh", "日内瓦", "维也纳", "meeting-city-differs"),
    ("zh", "阿瓦塔里亚共和国", "赞比亚共和国", "other-state"),
]


def grave(content: NoteContent) -> set[str]:
    found = findings_of(content, TODAY)
    return {each.rule for each in found if each.severity is not Severity.INFO}


@pytest.mark.parametrize(("language", "before", "after", "rule"), CHANGES)
def test_a_changed_word_is_found(language: str, before: str, after: str, rule: str) -> None:
    note = right_note(language, NoteKind.NOMINATION)
    sealed = resolved(note)
    statement = sealed.body[0]
    assert statement.text is not None
    # Words are held together by spaces that do not break.
    changed = statement.text.replace("\u00a0", " ").replace(before, after)
    assert changed != statement.text.replace("\u00a0", " ")
    body = (Part(statement.key, changed), *sealed.body[1:])
    assert grave(replace(note, body=body)) == {rule}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_a_name_changed_by_a_letter_is_found(language: str) -> None:
    note = right_note(language, NoteKind.NOMINATION)
    person = note.delegates[1].person
    family = person.family_name
    other = {"zh": "李致远先生", "ar": "السيد علي بن يوسق"}.get(
        language, f"{person.style} {person.given_names} {family[:-2]}x{family[-1]}"
    )
    text = {"zh": f"{other}将发言。"}.get(language, f"{other}.")
    if language == "ru":
        text = "г-н Томаш Навотны."
    body = (Part("statement"), Part("delegation"), Part("", text), Part("request"))
    assert grave(replace(note, body=body)) == {"name-spelling-differs"}
