"""Whole Chinese sentences: addressees, meetings, and every kind of note."""

import tomllib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_matter import Change
from ccmdesk.domain.person import PersonForms
from ccmdesk.domain.profile import Names
from ccmdesk.domain.state import Status
from ccmdesk.language import chinese
from ccmdesk.language.chinese_typography import is_han
from ccmdesk.language.names import default_names
from ccmdesk.language.state_names import state_names
from ccmdesk.language.wording import Wording, wording
from tests.language.notes import ANN, ARTICLES, BOB, CARLA, CHANGES, note

BRANCH = "United Nations Office for Disarmament Affairs, Geneva Branch"
MISSION = "爱尔兰常驻联合国日内瓦办事处和瑞士其他国际组织代表团"
ELEVENTH = "《集束弹药公约》第十一次缔约国会议"
STATEMENTS = tomllib.loads(
    (Path(__file__).parent / "statements" / "zh.toml").read_text(encoding="utf-8")
)


def chinese_note(
    kind: NoteKind, status: Status = Status.PARTY, article: int = 0, **changed: Any
) -> NoteContent:
    content = replace(note(kind, "en", status, article), language="zh", addressee=BRANCH)
    names = default_names("IRL", "Geneva", "zh")
    return replace(content, **{"names": names, **changed})


def body(texts: Wording) -> list[str]:
    return [part.whole for part in texts.body]


def test_a_nomination_from_greeting_to_foot() -> None:
    texts = wording(chinese_note(NoteKind.NOMINATION))
    assert texts.title == "普通照会"
    assert texts.number == "第12/2023号"
    assert texts.opening == (
        f"{MISSION}向联合国裁军事务厅日内瓦办事处致意，就{ELEVENTH}事宜，"
        "兹提及裁军事务厅2023年3月21日第ODA/2023-00050号照会，并"
    )
    assert body(texts) == [
        f"谨通知：爱尔兰将派代表团出席2023年9月11日至14日在日内瓦万国宫举行的{ELEVENTH}。",
        "爱尔兰代表团组成如下：",
        "谨请裁军事务厅登记上述代表团成员，并确认收到本照会为荷。",
    ]
    assert texts.closing == "顺致最崇高的敬意。"
    assert texts.place_and_date == "二〇二三年八月十六日于日内瓦"
    assert texts.enclosures == "附件：Report"


@pytest.mark.parametrize(("key", "said"), STATEMENTS.items())
def test_the_statement_of_every_kind(key: str, said: str) -> None:
    kind, _, article = key.partition(".")
    content = chinese_note(NoteKind(kind), article=int(article or 0))
    assert body(wording(content))[0] == said


@pytest.mark.parametrize(("kind", "article"), ARTICLES)
@pytest.mark.parametrize("status", Status)
def test_no_space_and_no_narrow_mark_beside_a_character(
    kind: NoteKind, article: int, status: Status
) -> None:
    names = Names("爱尔兰 常驻代表团", "爱尔兰", "日内瓦")
    texts = wording(chinese_note(kind, status, article, names=names))
    for text in (texts.opening, *body(texts), texts.closing, texts.subject, texts.place_and_date):
        assert "我" not in text
        assert "贵" not in text
        for before, after in pairwise(text):
            if is_han(before) or is_han(after):
                assert not {before, after} & set(" ,;:?!()"), text


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.PARTY, "爱尔兰将派代表团出席"),
        (Status.SIGNATORY, "爱尔兰作为签署国，将以观察员身份出席"),
        (Status.NOT_PARTY, "爱尔兰将以观察员身份出席"),
        (Status.WITHDRAWN, "爱尔兰将以观察员身份出席"),
    ],
)
def test_a_nomination_says_how_the_state_stands(status: Status, said: str) -> None:
    assert body(wording(chinese_note(NoteKind.NOMINATION, status)))[0].startswith(f"谨通知：{said}")


@pytest.mark.parametrize(
    ("addressee", "to", "short"),
    [
        ("Secretariat of the Eleventh Meeting of States Parties", f"{ELEVENTH}秘书处", "秘书处"),
        ("《集束弹药公约》第三次审议大会主席", "《集束弹药公约》第三次审议大会主席", "会议主席"),
        (
            "Permanent Mission of the Netherlands to the United Nations Office at Geneva",
            "荷兰常驻联合国日内瓦办事处和瑞士其他国际组织代表团",
            "荷兰常驻代表团",
        ),
        ("Embassy of Chad in Cairo", "乍得驻开罗大使馆", "乍得驻开罗大使馆"),
        ("Ministry of Foreign Affairs of Chad", "乍得外交部", "乍得外交部"),
        ("Geneva Call", "Geneva Call", "Geneva Call"),
    ],
)
def test_addressees(addressee: str, to: str, short: str) -> None:
    texts = wording(chinese_note(NoteKind.NOMINATION, addressee=addressee))
    assert f"代表团向{to}致意，" in texts.opening
    assert body(texts)[2].startswith(f"谨请{short}登记")
    assert texts.addressee == to


def test_full_names_throughout_where_short_ones_are_not_wished() -> None:
    texts = wording(chinese_note(NoteKind.CORRECTION, layout=Layout(short_names=False)))
    assert f"及{MISSION}2023年8月1日第10/2023号照会，并" in texts.opening
    assert body(texts)[2].startswith("谨请联合国裁军事务厅日内瓦办事处注意")


def test_the_short_name_of_an_embassy_that_corrects_its_note() -> None:
    names = Names("爱尔兰驻埃及大使馆", "爱尔兰", "开罗")
    texts = wording(
        chinese_note(NoteKind.CORRECTION, names=names, reference="", reference_dated=None)
    )
    assert texts.opening.endswith("致意，兹提及大使馆2023年8月1日第10/2023号照会，并")


def test_changes_name_the_family_first() -> None:
    forms = {
        ANN: PersonForms("女士阁下", "雅琴", "王", "大使"),
        BOB: PersonForms("先生", "约翰", "史密斯", "参赞"),
        CARLA: PersonForms("女士", "美玲", "欧阳"),
    }
    changes: tuple[Change, ...] = CHANGES
    for member, form in forms.items():
        written = replace(member, person=replace(member.person, forms={"zh": form}))
        changes = tuple(
            replace(
                change,
                before=written if change.before == member else change.before,
                after=written if change.after == member else change.after,
            )
            for change in changes
        )
    content = chinese_note(NoteKind.AMENDMENT)
    content = replace(content, matter=replace(content.matter, changes=changes))
    assert body(wording(content))[1].split("\n")[:4] == [
        "变动如下：",
        "由王雅琴女士阁下（大使）接替约翰·史密斯先生，担任团长。",
        "增派欧阳美玲女士，担任专家。",
        "约翰·史密斯先生（团长）不再为代表团成员。",
    ]


@pytest.mark.parametrize("number", ["（2026）日字第12号", "第12号"])
def test_a_number_with_its_own_words_keeps_them_once(number: str) -> None:
    content = chinese_note(NoteKind.NOMINATION, number_shown=number, reference=number)
    texts = wording(content)
    assert texts.number == number
    assert f"裁军事务厅2023年3月21日{number}照会，" in texts.opening


@pytest.mark.parametrize("number", range(1, 100))
@pytest.mark.parametrize("kind", [MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE])
def test_a_formal_name_is_read_back(kind: MeetingKind, number: int) -> None:
    name = chinese.formal_name(kind, number).full
    assert chinese.read_formal_name(name) == (kind, number)


def test_meetings_by_name() -> None:
    conference = chinese.formal_name(MeetingKind.REVIEW_CONFERENCE, 3)
    assert conference.the == "《集束弹药公约》第三次审议大会"
    assert chinese.read_formal_name("第12次缔约国会议") == (MeetingKind.STATES_PARTIES, 12)
    assert chinese.read_formal_name("第百次缔约国会议") is None


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (
            Meeting("X", "非正式 磋商", start=date(2027, 3, 1), city="Vienna"),
            "出席2027年3月1日在维也纳举行的非正式磋商。",
        ),
        (
            Meeting("X", "Informal talks", city="Geneva", venue="Palais des Nations, Room XIX"),
            "出席在日内瓦万国宫XIX会议室举行的“Informal talks”会议。",
        ),
        (
            Meeting("X", "研讨会", venue="online", start=date(2027, 3, 1), end=date(2027, 3, 2)),
            "出席2027年3月1日至2日以线上方式举行的研讨会。",
        ),
        (Meeting("X", "和平论坛"), "出席和平论坛。"),
    ],
)
def test_a_meeting_of_another_kind(meeting: Meeting, said: str) -> None:
    texts = wording(chinese_note(NoteKind.NOMINATION, meeting=meeting))
    assert body(texts)[0].endswith(said)


@pytest.mark.parametrize(
    ("iso3", "city", "mission"),
    [
        ("IRL", "Geneva", MISSION),
        ("CHN", "日内瓦", MISSION.replace("爱尔兰", "中华人民共和国")),
        ("LAO", "New York", "老挝人民民主共和国常驻联合国代表团"),
        ("PSE", "Wien", "巴勒斯坦国常驻联合国（维也纳）和维也纳其他国际组织代表团"),
        ("TUN", "Cairo", "突尼斯大使馆"),
    ],
)
def test_default_names(iso3: str, city: str, mission: str) -> None:
    assert default_names(iso3, city, "zh").mission == mission


def test_a_blank_note_leaves_blanks() -> None:
    names = Names(mission="", state="", city="")
    texts = wording(chinese_note(NoteKind.NOMINATION, names=names, addressee="", meeting=None))
    assert texts.opening.startswith("________向________致意，")
    assert texts.place_and_date.endswith("于________")


def test_every_state_has_a_name_in_characters_alone() -> None:
    names = state_names("zh")
    assert set(names) == set(state_names("en"))
    assert len({row["name"] for row in names.values()}) == len(names)
    for row in names.values():
        assert all(is_han(letter) for letter in row["name"]), row["iso3"]
