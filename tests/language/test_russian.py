"""What a Russian note says, sentence by sentence."""

import csv
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Names
from ccmdesk.domain.state import Status
from ccmdesk.language import russian
from ccmdesk.language.grammar import BLANK
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import pack, resource
from ccmdesk.language.russian_cases import declined, short
from ccmdesk.language.russian_numbers import CASES, ordinal, ordinal_value, span
from ccmdesk.language.russian_numbers import written as day_written
from ccmdesk.language.state_names import state_names
from ccmdesk.language.wording import unconfirmed, wording
from tests.language.notes import ARTICLES, note, sentence

AFTER = "Совещании государств – участников Конвенции по кассетным боеприпасам"
OF = "одиннадцатого Совещания государств – участников Конвенции по кассетным боеприпасам"
IN = f"в одиннадцатом {AFTER}"
HELD = "которое состоится во Дворце Наций в Женеве с 11 по 14 сентября 2023 года"
AVATARIA = "Республики Аватария"
MISSION = (
    "Постоянное представительство Республики Аватария при Отделении Организации Объединенных "
    "Наций и других международных организациях в Женеве"
)
CONVENTION = "Конвенции по кассетным боеприпасам"
WRONG = re.compile(r"[{}]|  | [,.:;]|\.\.|,,|\bв в\b|\bна на\b|\bв[вф]\b|ё|Ё|\bNone\b")


def whole(content: NoteContent) -> str:
    texts = wording(content)
    first, *others = texts.body
    parts = [texts.opening + first.text, *(part.whole for part in others), texts.closing]
    return sentence("\n".join(parts))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
def test_every_kind_reads_as_a_note(kind: NoteKind, article: int, status: Status) -> None:
    said = whole(note(kind, "ru", status, article))
    assert not WRONG.search(said), WRONG.search(said)
    assert said.startswith(f"{MISSION} свидетельствует свое уважение Секретарю {OF} и")
    assert said.count("имеет честь ") == 1
    assert BLANK not in said


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
def test_an_empty_draft_has_blanks_and_no_broken_sentence(
    kind: NoteKind, article: int, status: Status
) -> None:
    bare = replace(
        note(kind, "ru", status, article), meeting=None, addressee="", reference="",
        reference_dated=None, matter=replace(note(kind, "ru").matter, earlier=None, year=0),
        names=Names("", "", ""),
    )  # fmt: skip
    said = whole(bare)
    assert not WRONG.search(said), WRONG.search(said)
    assert said.startswith(f"{BLANK} свидетельствует свое уважение {BLANK} и")


@pytest.mark.parametrize(
    ("kind", "article", "status", "statement"),
    [
        ("nomination", 0, Status.PARTY,
         f"сообщить, что делегация {AVATARIA} примет участие {IN}, {HELD}."),
        ("nomination", 0, Status.SIGNATORY,
         f"сообщить, что делегация {AVATARIA} как государства, подписавшего Конвенцию по кассетным "
         f"боеприпасам, примет участие в качестве наблюдателя {IN}, {HELD}."),
        ("nomination", 0, Status.WITHDRAWN,
         f"сообщить, что делегация {AVATARIA} примет участие в качестве наблюдателя {IN}, {HELD}."),
        ("observer", 0, Status.NOT_PARTY,
         f"сообщить, что делегация {AVATARIA} примет участие в качестве наблюдателя в соответствии "
         f"с пунктом 3 статьи 11 {CONVENTION} {IN}, {HELD}."),
        ("regrets", 0, Status.PARTY,
         f"сообщить, что, к сожалению, делегация {AVATARIA} не сможет принять участие {IN}, "
         f"{HELD}."),
        ("regrets", 0, Status.NOT_PARTY,
         f"сообщить, что, к сожалению, делегация {AVATARIA} не сможет принять участие в качестве "
         f"наблюдателя {IN}, {HELD}."),
        ("amendment", 0, Status.PARTY,
         f"сообщить об изменениях в составе делегации {AVATARIA}, направляемой для участия {IN}, "
         f"{HELD}."),
        ("correction", 0, Status.PARTY,
         "сообщить, что в текст указанной ноты необходимо внести исправления."),
        ("article7", 0, Status.PARTY,
         f"препроводить ежегодный доклад {AVATARIA} о мерах транспарентности за 2022 год, "
         f"представляемый в соответствии с пунктом 2 статьи 7 {CONVENTION}."),
        ("article7", 0, Status.SIGNATORY,
         f"препроводить представляемый на добровольной основе доклад {AVATARIA} за 2022 год по "
         f"вопросам, предусмотренным статьей 7 {CONVENTION}."),
        ("extension", 3, Status.PARTY,
         f"представить в соответствии с пунктом 3 статьи 3 {CONVENTION} просьбу {AVATARIA} о "
         "продлении до 1 августа 2030 года истекающего 1 августа 2026 года срока завершения "
         "уничтожения запасов кассетных боеприпасов."),
        ("compliance", 4, Status.PARTY,
         f"препроводить заявление {AVATARIA} о соблюдении пункта 1 статьи 4 {CONVENTION} в связи с "
         "завершением 1 августа 2030 года удаления и уничтожения всех остатков кассетных "
         f"боеприпасов, находящихся в районах под юрисдикцией или контролем {AVATARIA}."),
        ("acknowledgement", 0, Status.PARTY,
         "подтвердить получение ноты Управления Организации Объединенных Наций по вопросам "
         "разоружения № ODA/2023-00050 от 21 марта 2023 года относительно Совещания."),
        ("query", 0, Status.PARTY,
         f"обратиться со следующим запросом относительно {OF}, {HELD}:"),
        ("general", 0, Status.PARTY, "сообщить следующее:"),
    ],
)  # fmt: skip
def test_statements(kind: str, article: int, status: Status, statement: str) -> None:
    texts = wording(note(NoteKind(kind), "ru", status, article))
    assert sentence(texts.body[0].text) == statement


def test_the_frame_of_a_nomination() -> None:
    texts = wording(note(NoteKind.NOMINATION, "ru"))
    assert sentence(texts.opening) == (
        f"{MISSION} свидетельствует свое уважение Секретарю {OF} и, ссылаясь на ноту Управления "
        "Организации Объединенных Наций по вопросам разоружения № ODA/2023-00050 от 21 марта 2023 "
        "года относительно Совещания, имеет честь "
    )
    assert texts.title == "ВЕРБАЛЬНАЯ НОТА"
    assert sentence(texts.number) == "№ 12/2023"
    assert sentence(texts.body[1].text) == (
        "Делегация Республики Аватария направляется в следующем составе:"
    )
    assert sentence(texts.body[2].text) == (
        "Постоянное представительство будет признательно Секретарю за регистрацию членов "
        "делегации и подтверждение получения настоящей ноты."
    )
    assert sentence(texts.closing) == (
        f"{MISSION} пользуется случаем, чтобы возобновить Секретарю {OF} уверения в своем весьма "
        "высоком уважении."
    )
    assert sentence(texts.place_and_date) == "г. Женева, 16 августа 2023 года"
    assert sentence(texts.addressee) == f"Секретарь {OF}"


def test_an_amendment_cites_the_first_note_and_tells_each_change() -> None:
    texts = wording(note(NoteKind.AMENDMENT, "ru"))
    assert sentence(texts.opening).endswith(
        "от 21 марта 2023 года, а также на свою ноту № 10/2023 от 1 августа 2023 года, имеет честь "
    )
    assert [sentence(line) for line in texts.body[1].items] == [
        "Г-н Bob SAMPLE выбывает из состава делегации, вместо него в состав делегации включается "
        "Ее Превосходительство г-жа Ann EXAMPLE, Посол (глава делегации).",
        "Г-жа Carla TEST включается в состав делегации (эксперт).",
        "Г-н Bob SAMPLE (глава делегации) выбывает из состава делегации.",
        "Должность следующего члена делегации изменяется: Ее Превосходительство г-жа Ann EXAMPLE "
        "— Посол.",
        "Г-жа Carla TEST — эксперт (ранее — советник).",
        "Вместо «г-жа Carla TEST» следует читать «г-жа Karla TEST».",
    ]


@pytest.mark.parametrize(
    ("printed", "gender", "pronoun"),
    [
        ("г-жа И. ИВАНОВА", "", "нее"),
        ("г-н И. ИВАНОВ", "", "него"),
        ("полковник ИВАНОВА", "f", "нее"),
        ("И. ИВАНЮК", "", "него (нее)"),
    ],
)
def test_who_is_replaced_agrees(printed: str, gender: str, pronoun: str) -> None:
    forms = russian.member_forms(printed, Person("Иванова", gender=gender), "Эксперт")
    assert forms["pronoun"] == pronoun
    assert forms["role_lower"] == "эксперт"


def test_corrections_say_what_to_read_instead() -> None:
    assert [sentence(line) for line in wording(note(NoteKind.CORRECTION, "ru")).body[1].items] == [
        "The list: вместо «Anne» следует читать «Ann».",
        "Вместо «10» следует читать «11».",
    ]


@pytest.mark.parametrize(
    ("typed", "to", "to_short"),
    [
        ("Permanent Missions accredited to the United Nations Office at Geneva",
         "Постоянным представительствам при Отделении Организации Объединенных Наций в Женеве",
         "Постоянным представительствам"),
        ("Permanent Mission of Ireland to the United Nations Office at Geneva",
         "Постоянному представительству Ирландии при Отделении Организации Объединенных Наций и "
         "других международных организациях в Женеве",
         "Постоянному представительству Ирландии"),
        ("Ministry of Foreign Affairs of the Netherlands",
         "Министерству иностранных дел Нидерландов", "Министерству"),
        ("Embassy of Japan in Berne", "Посольству Японии в Берне", "Посольству"),
        ("Secretariat of the Eleventh Meeting of States Parties",
         f"Секретариату {OF}", "Секретариату"),
        ("Executive Secretary of the Third Review Conference",
         f"Исполнительному секретарю третьей Конференции по рассмотрению действия {CONVENTION}",
         "Исполнительному секретарю"),
        ("United Nations Office for Disarmament Affairs, Geneva Branch",
         "Управлению Организации Объединенных Наций по вопросам разоружения (Женевский сектор)",
         "Управлению"),
        ("Implementation Support Unit of the Convention on Cluster Munitions",
         f"Группе имплементационной поддержки {CONVENTION}", "Группе"),
        ("Комитет Красного Креста", "Комитету Красного Креста", "Комитету"),
        ("International Committee of the Red Cross",
         "Международному комитету Красного Креста", "Международному комитету"),
        ("World Customs Organization", "учреждению «World Customs Organization»", "учреждению"),
        ("Ambassador John Doe", "Ambassador John Doe", "Ambassador John Doe"),
        ("", BLANK, BLANK),
    ],
)  # fmt: skip
def test_addressees_are_put_in_the_dative(typed: str, to: str, to_short: str) -> None:
    found = russian.addressee(typed, "Постоянное представительство")
    assert (sentence(found.to), sentence(found.to_short)) == (to, to_short)


def test_an_unknown_addressee_stands_over_the_address_as_typed() -> None:
    content = replace(note(NoteKind.GENERAL, "ru"), addressee="Human Rights Watch")
    texts = wording(content)
    assert texts.addressee == "Human Rights Watch"
    assert "возобновить учреждению «Human Rights Watch» уверения" in sentence(texts.closing)


@pytest.mark.parametrize(
    ("mission", "signatory", "grateful"),
    [
        ("Посольство Аватарии", "", "Посольство будет признательно"),
        ("Постоянная миссия Аватарии", "", "Постоянная миссия будет признательна"),
        ("Постоянный представитель Аватарии", "г-н Иванов",
         "Постоянный представитель будет признателен"),
        ("Постоянный представитель Аватарии", "Г-жа Иванова",
         "Постоянный представитель будет признательна"),
    ],
)  # fmt: skip
def test_the_sender_agrees_with_its_verb(mission: str, signatory: str, grateful: str) -> None:
    content = note(NoteKind.GENERAL, "ru")
    names = replace(content.names, mission=mission, signatory=signatory)
    assert wording(replace(content, names=names)).body[1].text.startswith(grateful)


def test_a_plural_state_needs_no_other_sentence() -> None:
    content = replace(note(NoteKind.NOMINATION, "ru"), names=default_names("NLD", "Geneva", "ru"))
    assert "сообщить, что делегация Нидерландов примет участие" in whole(content)


def test_a_state_typed_without_its_genitive_is_declined_where_that_can_be_told() -> None:
    content = note(NoteKind.NOMINATION, "ru")
    for state, genitive in (
        ("Королевство Аватария", "Королевства Аватария"),
        ("Российская Федерация", "Российской Федерации"),
        ("Сент-Китс и Невис", "Сент-Китса и Невиса"),
    ):
        names = replace(content.names, state=state, of_state="")
        assert f"делегация {genitive} примет" in whole(replace(content, names=names))


@pytest.mark.parametrize(
    ("meeting", "words"),
    [
        (Meeting("X", "Intersessional Meetings"), "в совещании «Intersessional Meetings»."),
        (Meeting("X", "Regional retreat", city="Cairo"),
         "в мероприятии «Regional retreat», которое состоится в Каире."),
        (Meeting("X", "Неофициальный семинар по вопросам универсализации", city="Wakanda"),
         "в Неофициальном семинаре по вопросам универсализации, который состоится в городе "
         "Wakanda."),
        (Meeting("6MSP", "Sixth Meeting of States Parties", MeetingKind.STATES_PARTIES, 6,
                 date(2026, 12, 30), date(2027, 1, 2), "Geneva", "Palais des Nations, Room XIX"),
         "которое состоится во Дворце Наций (зал XIX) в Женеве с 30 декабря 2026 года по 2 января "
         "2027 года."),
        (Meeting("2RC", "Second Review Conference", MeetingKind.REVIEW_CONFERENCE, 2,
                 date(2030, 9, 2), date(2030, 9, 6), "Vientiane"),
         f"во второй Конференции по рассмотрению действия {CONVENTION}, которая состоится во "
         "Вьентьяне со 2 по 6 сентября 2030 года."),
    ],
)  # fmt: skip
def test_meetings_and_places(meeting: Meeting, words: str) -> None:
    content = replace(note(NoteKind.NOMINATION, "ru"), meeting=meeting)
    assert sentence(wording(content).body[0].text).endswith(words)


@pytest.mark.parametrize(
    ("iso3", "city", "mission"),
    [
        ("COM", "Geneva", "Постоянное представительство Коморских Островов при Отделении "
         "Организации Объединенных Наций и других международных организациях в Женеве"),
        ("KNA", "New York",
         "Постоянное представительство Сент-Китса и Невиса при Организации Объединенных Наций"),
        ("GNB", "Вена",
         "Постоянное представительство Гвинеи-Бисау при Организации Объединенных Наций (Вена)"),
        ("PHL", "London", "Посольство Филиппин"),
    ],
)  # fmt: skip
def test_missions(iso3: str, city: str, mission: str) -> None:
    assert default_names(iso3, city, "ru").mission == mission


def test_every_state_is_named_in_two_cases() -> None:
    names = state_names("ru")
    with resource("reference", "states.csv").open(encoding="utf-8", newline="") as file:
        assert {row["iso3"] for row in csv.DictReader(file)} <= set(names)
    for forms in names.values():
        for form in (forms["name"], forms["genitive"]):
            assert re.fullmatch(r"[А-Яа-я’— -]+", form), form


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("Постоянное представительство Ирландии",
         ("Постоянного представительства Ирландии", "Постоянному представительству Ирландии",
          "Постоянном представительстве Ирландии")),
        ("Генеральный секретарь ООН",
         ("Генерального секретаря ООН", "Генеральному секретарю ООН", "Генеральном секретаре ООН")),
        ("Группа поддержки", ("Группы поддержки", "Группе поддержки", "Группе поддержки")),
        ("Внешняя комиссия", ("Внешней комиссии", "Внешней комиссии", "Внешней комиссии")),
        ("Постоянные представители",
         ("Постоянных представителей", "Постоянным представителям", "Постоянных представителях")),
        ("Технический комитет",
         ("Технического комитета", "Техническому комитету", "Техническом комитете")),
        ("Бюро Конференции", ("Бюро Конференции", "Бюро Конференции", "Бюро Конференции")),
    ],
)  # fmt: skip
def test_heads_of_names_are_declined(name: str, cases: tuple[str, str, str]) -> None:
    found = declined(name)
    assert found is not None
    assert (found.genitive, found.dative, found.prepositional) == cases


@pytest.mark.parametrize("name", ["UNODA", "МККК", "Постоянное", "«Мир»", ""])
def test_what_has_no_known_ending_is_not_declined(name: str) -> None:
    assert declined(name) is None
    assert short(name) is None


@pytest.mark.parametrize(
    ("number", "neuter", "feminine"),
    [
        (1, "первом", "первой"), (2, "втором", "второй"), (3, "третьем", "третьей"),
        (6, "шестом", "шестой"), (11, "одиннадцатом", "одиннадцатой"),
        (21, "двадцать первом", "двадцать первой"), (40, "сороковом", "сороковой"),
        (43, "сорок третьем", "сорок третьей"), (99, "девяносто девятом", "девяносто девятой"),
    ],
)  # fmt: skip
def test_ordinals(number: int, neuter: str, feminine: str) -> None:
    assert ordinal(number, "n", "prepositional") == neuter
    assert ordinal(number, "f", "prepositional") == feminine


@given(st.integers(1, 99), st.sampled_from(CASES), st.sampled_from("nf"))
def test_ordinals_are_read_back_in_every_case(number: int, case: str, gender: str) -> None:
    assert ordinal_value(ordinal(number, gender, case)) == number


@given(st.integers().filter(lambda number: not 1 <= number <= 99))
def test_no_other_ordinals(number: int) -> None:
    with pytest.raises(ValueError, match="ordinal"):
        ordinal(number, "n", "nominative")


FORMAL = st.sampled_from([MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE])


@given(st.integers(1, 99), FORMAL)
def test_a_formal_name_is_read_back_in_every_case(number: int, kind: MeetingKind) -> None:
    name = russian.formal_name(kind, number)
    for form in (name.full, name.of, name.to):
        assert russian.read_formal_name(form) == (kind, number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11-е Совещание государств-участников", (MeetingKind.STATES_PARTIES, 11)),
        ("третья Обзорная конференция", (MeetingKind.REVIEW_CONFERENCE, 3)),
        ("Неофициальное совещание", None),
    ],
)
def test_other_names_of_formal_meetings(text: str, found: tuple[MeetingKind, int] | None) -> None:
    assert russian.read_formal_name(text) == found


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(0, 800))
def test_days_and_ranges(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    said = sentence(span(start, end))
    assert said.endswith(sentence(day_written(end)))
    assert said.count("года") == (1 if start.year == end.year else 2)
    if length:
        since = "со" if start.day == 2 else "с"
        assert said.startswith(f"{since} {start.day} ")


def test_marks_and_held_spaces() -> None:
    assert russian.polished('"нота" № 3 от 1 мая 2026 года, г-жа Иванова — пункт – д') == (
        "«нота» №\xa03 от 1\xa0мая 2026\xa0года, г-жа\xa0Иванова\xa0— пункт\xa0– д"
    )


def test_every_variant_makes_a_sentence() -> None:
    phrases = pack("ru")
    for opening in phrases.openings:
        for closing in phrases.closings:
            content = note(NoteKind.NOMINATION, "ru")
            layout = replace(content.layout, opening=opening, closing=closing)
            assert not WRONG.search(whole(replace(content, layout=layout)))


def test_formulas_without_a_source_ask_for_a_native_officer() -> None:
    keys = unconfirmed(note(NoteKind.NOMINATION, "ru"))
    assert "ru.nomination" in keys
    assert "ru.closing" not in keys


def test_the_initial_report_goes_to_the_secretary_general() -> None:
    content = note(NoteKind.ARTICLE7, "ru")
    texts = wording(
        replace(
            content,
            matter=replace(content.matter, initial=True),
            addressee="Secretary-General of the United Nations",
        )
    )
    assert sentence(texts.body[0].text) == (
        f"препроводить первоначальный доклад {AVATARIA} о мерах транспарентности, представляемый в "
        f"соответствии с пунктом 1 статьи 7 {CONVENTION}."
    )
    assert sentence(texts.body[1].text) == (
        "Постоянное представительство будет признательно Генеральному секретарю за передачу "
        "доклада государствам-участникам в соответствии с пунктом 3 статьи 7 Конвенции и за "
        "подтверждение получения настоящей ноты."
    )


@pytest.mark.parametrize("article", [3, 4])
def test_an_extension_without_a_meeting_waits_for_the_next(article: int) -> None:
    content = note(NoteKind.EXTENSION, "ru", article=article)
    request = wording(replace(content, meeting=None)).body[1].text
    assert "для рассмотрения на их следующем совещании и за подтверждение" in request
    request = sentence(wording(content).body[1].text)
    assert f"для рассмотрения на одиннадцатом {AFTER}, {HELD}, и за подтверждение" in request
