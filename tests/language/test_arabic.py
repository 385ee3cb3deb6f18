"""Whole Arabic sentences: agreement, addressees, meetings, and every kind of note."""

import tomllib
from dataclasses import replace
from datetime import date
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
from ccmdesk.language import arabic
from ccmdesk.language.arabic_nouns import ARABIC
from ccmdesk.language.names import default_names
from ccmdesk.language.state_names import state_names
from ccmdesk.language.wording import Wording, wording
from tests.language.notes import ANN, BOB, CARLA, CHANGES, note

BRANCH = "United Nations Office for Disarmament Affairs, Geneva Branch"
MISSION = "البعثة الدائمة لجمهورية العراق لدى مكتب الأمم المتحدة والمنظمات الدولية الأخرى في جنيف"
CONVENTION = "اتفاقية الذخائر العنقودية"
ELEVENTH = f"الاجتماع الحادي عشر للدول الأطراف في {CONVENTION}"
HELD = "، المقرر عقده في قصر الأمم بجنيف، في الفترة من 11 إلى 14 أيلول/سبتمبر 2023"


STATEMENTS = tomllib.loads(
    (Path(__file__).parent / "statements" / "ar.toml").read_text(encoding="utf-8")
)


def arabic_note(
    kind: NoteKind, status: Status = Status.PARTY, article: int = 0, **changed: Any
) -> NoteContent:
    content = replace(note(kind, "en", status, article), language="ar", addressee=BRANCH)
    names = default_names("IRQ", "Geneva", "ar")
    return replace(content, **{"names": names, **changed})


def plain(text: str) -> str:
    """Return a text with ordinary spaces and without the marks that steer direction."""
    return text.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")


def body(texts: Wording) -> list[str]:
    return [plain(part.whole) for part in texts.body]


def sent_by(mission: str) -> Wording:
    names = Names(mission=mission, state="سلطنة عمان", city="جنيف")
    return wording(arabic_note(NoteKind.NOMINATION, names=names))


def test_a_nomination_from_greeting_to_foot() -> None:
    texts = wording(arabic_note(NoteKind.NOMINATION))
    assert texts.title == "مذكرة شفوية"
    assert plain(texts.number) == "الرقم: 12/2023"
    assert plain(texts.opening) == (
        f"تهدي {MISSION} أطيب تحياتها إلى مكتب الأمم المتحدة لشؤون نزع السلاح، فرع جنيف، "
        "وتتشرف، بالإشارة إلى مذكرته رقم ODA/2023-00050 المؤرخة 21 آذار/مارس 2023 "
        f"بشأن {ELEVENTH}، "
    )
    assert body(texts) == [
        f"بأن تحيطه علماً بأن جمهورية العراق ستشارك في {ELEVENTH}{HELD}.",
        "ويتألف وفد جمهورية العراق من الأعضاء التالية أسماؤهم:",
        "وترجو البعثة الدائمة من المكتب التفضل بتسجيل أعضاء الوفد وتأكيد استلام هذه المذكرة.",
    ]
    assert plain(texts.closing) == (
        f"وتغتنم {MISSION} هذه الفرصة لتعرب لمكتب الأمم المتحدة لشؤون نزع السلاح، فرع جنيف، "
        "عن أسمى آيات التقدير والاحترام."
    )
    assert plain(texts.place_and_date) == "جنيف، في 16 آب/أغسطس 2023"


@pytest.mark.parametrize(
    ("mission", "opening", "statement", "asks", "closing"),
    [
        (
            "الوفد الدائم لسلطنة عمان لدى الأمم المتحدة",
            "يهدي الوفد الدائم لسلطنة عمان لدى الأمم المتحدة أطيب تحياته إلى",
            "بأن يحيطه علماً بأن سلطنة عمان ستشارك",
            "ويرجو الوفد الدائم من المكتب",
            "ويغتنم الوفد الدائم لسلطنة عمان لدى الأمم المتحدة هذه الفرصة ليعرب لمكتب",
        ),
        (
            "الممثلة الدائمة لسلطنة عمان",
            "تهدي الممثلة الدائمة لسلطنة عمان أطيب تحياتها إلى",
            "بأن تحيطه علماً",
            "وترجو الممثلة الدائمة من المكتب",
            "وتغتنم الممثلة الدائمة لسلطنة عمان هذه الفرصة لتعرب لمكتب",
        ),
        (
            "سفارة سلطنة عمان",
            "تهدي سفارة سلطنة عمان أطيب تحياتها إلى",
            "بأن تحيطه علماً",
            "وترجو السفارة من المكتب",
            "وتغتنم سفارة سلطنة عمان هذه الفرصة لتعرب لمكتب",
        ),
    ],
)
def test_verbs_and_pronouns_agree_with_the_sender(
    mission: str, opening: str, statement: str, asks: str, closing: str
) -> None:
    texts = sent_by(mission)
    assert plain(texts.opening).startswith(opening)
    written = body(texts)
    assert written[0].startswith(statement)
    assert written[2].startswith(asks)
    assert plain(texts.closing).startswith(closing)


@pytest.mark.parametrize(
    ("addressee", "to", "informs", "renews"),
    [
        (
            "Secretariat of the Eleventh Meeting of States Parties",
            f"إلى أمانة {ELEVENTH} ",
            "تحيطها",
            f"لأمانة {ELEVENTH} ",
        ),
        (
            "Secretary of the Twentieth Meeting of States Parties",
            "إلى أمين الاجتماع العشرين للدول",
            "تحيطه",
            "لأمين الاجتماع العشرين للدول",
        ),
        (
            "Executive Secretary of the Third Review Conference",
            "إلى الأمين التنفيذي للمؤتمر الاستعراضي الثالث",
            "تحيطه",
            "للأمين التنفيذي للمؤتمر الاستعراضي الثالث",
        ),
        (
            "Permanent Missions accredited to the United Nations Office at Geneva",
            "إلى البعثات الدائمة المعتمدة لدى",
            "تحيطها",
            "للبعثات الدائمة المعتمدة لدى",
        ),
        (
            "Ministry of Foreign Affairs of Ireland",
            "إلى وزارة خارجية أيرلندا ",
            "تحيطها",
            "لوزارة خارجية أيرلندا ",
        ),
        (
            "السادة الممثلون الدائمون لدى الأمم المتحدة",
            "إلى السادة الممثلين الدائمين لدى",
            "تحيطهم",
            "للسادة الممثلين الدائمين لدى",
        ),
        (
            "اللجنة الدولية للصليب الأحمر",
            "إلى اللجنة الدولية للصليب الأحمر ",
            "تحيطها",
            "للجنة الدولية للصليب الأحمر ",
        ),
        (
            "Geneva Call",
            "إلى جهة الاختصاص، Geneva Call، ",
            "تحيطها",
            "لجهة الاختصاص، Geneva Call، ",
        ),
    ],
)
def test_the_addressee_after_prepositions_and_as_a_pronoun(
    addressee: str, to: str, informs: str, renews: str
) -> None:
    texts = wording(arabic_note(NoteKind.NOMINATION, addressee=addressee))
    assert to in plain(texts.opening)
    assert f"بأن {informs} علماً" in body(texts)[0]
    assert f"لتعرب {renews}" in plain(texts.closing)


def test_another_mission_is_told_from_ones_own_by_its_state() -> None:
    typed = "Permanent Mission of Ireland to the United Nations Office at Geneva"
    texts = wording(arabic_note(NoteKind.NOMINATION, addressee=typed))
    assert body(texts)[2].startswith("وترجو البعثة الدائمة من البعثة الدائمة لأيرلندا التفضل")


def test_full_names_throughout_where_short_ones_are_not_wished() -> None:
    layout = Layout(short_names=False)
    request = body(wording(arabic_note(NoteKind.NOMINATION, layout=layout)))[2]
    assert request.startswith(f"وترجو {MISSION} من مكتب الأمم المتحدة لشؤون نزع السلاح، فرع جنيف")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.PARTY, f"بأن جمهورية العراق ستشارك في {ELEVENTH}"),
        (Status.SIGNATORY, "بأن جمهورية العراق، بصفتها دولة موقعة، ستشارك بصفة مراقب في"),
        (Status.NOT_PARTY, "بأن جمهورية العراق ستشارك بصفة مراقب في"),
        (Status.WITHDRAWN, "بأن جمهورية العراق ستشارك بصفة مراقب في"),
    ],
)
def test_a_nomination_says_how_the_state_stands(status: Status, said: str) -> None:
    assert said in body(wording(arabic_note(NoteKind.NOMINATION, status)))[0]


def test_a_masculine_state_has_masculine_verbs_and_pronouns() -> None:
    names = default_names("CHE", "Geneva", "ar")
    assert names.mission.startswith("البعثة الدائمة للاتحاد السويسري لدى")
    texts = wording(arabic_note(NoteKind.COMPLIANCE, article=3, names=names))
    assert "وقد أتم في 1 آب/أغسطس 2030 تدمير" in body(texts)[0]
    assert body(texts)[0].endswith("الخاضعة لولايته وسيطرته.")
    texts = wording(arabic_note(NoteKind.REGRETS, Status.SIGNATORY, names=names))
    assert "بأن الاتحاد السويسري لن يتمكن من المشاركة بصفة مراقب" in body(texts)[0]


@pytest.mark.parametrize(("key", "said"), STATEMENTS.items())
def test_the_statement_of_every_kind(key: str, said: str) -> None:
    kind, _, article = key.partition(".")
    content = arabic_note(NoteKind(kind), article=int(article or 0))
    assert body(wording(content))[0] == said


def test_further_and_earlier_notes_are_both_referred_to() -> None:
    texts = wording(arabic_note(NoteKind.CORRECTION))
    assert plain(texts.opening).endswith(
        "المؤرخة 21 آذار/مارس 2023 وإلحاقاً بمذكرتها رقم 10/2023 المؤرخة 1 آب/أغسطس 2023، "
    )
    alone = wording(arabic_note(NoteKind.CORRECTION, reference="", reference_dated=None))
    assert plain(alone.opening).endswith(
        "وتتشرف، إلحاقاً بمذكرتها رقم 10/2023 المؤرخة 1 آب/أغسطس 2023، "
    )


def test_changes_agree_with_the_person() -> None:
    forms = {
        ANN: PersonForms("سعادة السيدة", "هدى", "السامرائي", "سفيرة"),
        BOB: PersonForms("السيد", "علي", "الجبوري", "مستشار"),
        CARLA: PersonForms("السيدة", "ليلى", "الحداد"),
    }
    changes: tuple[Change, ...] = CHANGES
    for member, form in forms.items():
        written = replace(member, person=replace(member.person, forms={"ar": form}))
        changes = tuple(
            replace(
                change,
                before=written if change.before == member else change.before,
                after=written if change.after == member else change.after,
            )
            for change in changes
        )
    content = arabic_note(NoteKind.AMENDMENT)
    content = replace(content, matter=replace(content.matter, changes=changes))
    assert body(wording(content))[1].split("\n")[:4] == [
        "وهذه التغييرات هي التالية:",
        "تحل سعادة السيدة هدى السامرائي، سفيرة، محل السيد علي الجبوري بصفة رئيسة الوفد.",
        "تنضم إلى الوفد السيدة ليلى الحداد بصفة خبيرة.",
        "لم يعد السيد علي الجبوري، رئيس الوفد، عضواً في الوفد.",
    ]


def test_latin_names_are_isolated_and_styled_in_arabic() -> None:
    line = wording(arabic_note(NoteKind.AMENDMENT)).body[1].items[1]
    assert line == "تنضم إلى الوفد السيدة ⁨Carla TEST⁩ بصفة خبيرة."


def test_digits_months_and_the_islamic_date_follow_the_layout() -> None:
    layout = Layout(digits="arabic_indic", months="levant", hijri=True)
    texts = wording(arabic_note(NoteKind.NOMINATION, layout=layout))
    assert plain(texts.place_and_date) == "جنيف، في ١٦ آب ٢٠٢٣ الموافق ٢٩ محرم ١٤٤٥ هـ"
    assert texts.number == "الرقم: ⁨١٢/٢٠٢٣⁩"
    assert "مذكرته رقم ⁨ODA/2023-00050⁩ المؤرخة ٢١" in texts.opening
    assert plain(body(texts)[0]).endswith("في الفترة من ١١ إلى ١٤ أيلول ٢٠٢٣.")


@pytest.mark.parametrize("number", range(1, 100))
@pytest.mark.parametrize("kind", [MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE])
def test_a_formal_name_is_read_back_in_every_case(kind: MeetingKind, number: int) -> None:
    name = arabic.formal_name(kind, number)
    for form in (name.the, name.of, name.to):
        assert arabic.read_formal_name(form) == (kind, number)


def test_meetings_by_name() -> None:
    assert arabic.formal_name(MeetingKind.REVIEW_CONFERENCE, 3).the == (
        f"المؤتمر الاستعراضي الثالث ل{CONVENTION}"
    )
    twenty = arabic.formal_name(MeetingKind.STATES_PARTIES, 20)
    assert twenty.the.startswith("الاجتماع العشرون للدول")
    assert twenty.to.startswith("للاجتماع العشرين للدول")
    assert arabic.read_formal_name("الاجتماع المائة للدول الأطراف") is None


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (
            Meeting("X", "الدورة الاستثنائية", start=date(2027, 3, 1), city="Vienna"),
            "في الدورة الاستثنائية، المقرر عقدها في فيينا، في 1 آذار/مارس 2027.",
        ),
        (
            Meeting("X", "Informal talks", city="Geneva", venue="Palais des Nations, Room XIX"),
            "في الاجتماع المعنون «Informal talks»، المقرر عقده في قصر الأمم، القاعة XIX، جنيف.",
        ),
        (
            Meeting("X", "ورشة عمل", venue="online", start=date(2027, 3, 1), end=date(2027, 3, 2)),
            "في ورشة عمل، المقرر عقدها عبر الإنترنت، في الفترة من 1 إلى 2 آذار/مارس 2027.",
        ),
        (Meeting("X", "منتدى السلام"), "في منتدى السلام."),
    ],
)
def test_a_meeting_of_another_kind(meeting: Meeting, said: str) -> None:
    texts = wording(arabic_note(NoteKind.NOMINATION, meeting=meeting))
    assert body(texts)[0].endswith(said)


@pytest.mark.parametrize(
    ("iso3", "city", "mission"),
    [
        ("IRQ", "Geneva", MISSION),
        ("LBN", "New York", "البعثة الدائمة للجمهورية اللبنانية لدى الأمم المتحدة"),
        ("PSE", "Wien", "البعثة الدائمة لدولة فلسطين لدى الأمم المتحدة (فيينا)"),
        ("SAU", "جنيف", MISSION.replace("لجمهورية العراق", "للمملكة العربية السعودية")),
        ("TUN", "Cairo", "سفارة الجمهورية التونسية"),
    ],
)
def test_default_names(iso3: str, city: str, mission: str) -> None:
    assert default_names(iso3, city, "ar").mission == mission


def test_a_blank_note_leaves_blanks() -> None:
    names = Names(mission="", state="", city="")
    content = arabic_note(
        NoteKind.NOMINATION, names=names, addressee="", meeting=None, reference="", number=""
    )
    texts = wording(replace(content, reference_dated=None, number_shown=""))
    assert "________" in texts.opening
    assert "________" in texts.place_and_date


def test_every_state_has_a_name_with_its_gender() -> None:
    names = state_names("ar")
    assert set(names) == set(state_names("en"))
    assert len({row["name"] for row in names.values()}) == len(names)
    assert {row["gender"] for row in names.values()} == {"f", "m"}
    feminine = ("جمهورية", "مملكة", "دولة", "الجمهورية", "المملكة", "إمارة", "سلطنة")
    for row in names.values():
        assert ARABIC.search(row["name"])
        if row["name"].startswith(feminine):
            assert row["gender"] == "f"
