"""Which words of a paper stay on one line: number and what it counts, title and name, initials."""

from typing import NamedTuple

NOWHERE: frozenset[int] = frozenset()
_BEFORE_WORDS = "([{«“‘\"'\u00a0\u202f"
_AFTER_WORDS = ")]}»”’\"'.,;:!?،؛؟\u00a0\u202f"
_DASHES = ("–", "—")


class _Rules(NamedTuple):
    """What one language holds together.

    `titles` hold the word after them, `counted` (in small letters) the number after them,
    `counting` (in small letters) the number before them, `dashes` the word before them.
    """

    titles: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    dashes: bool = False


def _rules(titles: str, counted: str, counting: str, *, dashes: bool = False) -> _Rules:
    return _Rules(
        frozenset(titles.split()) | {"№", "§", "§§", "N°", "n°", "Nº", "nº"},
        frozenset(counted.split()),
        frozenset(counting.split()) | frozenset(_UNITS.split()),
        dashes,
    )


_UNITS = (
    "% ‰ °c km km² m m² m³ cm mm ha kg g t l h min s kw kwh mw pm am usd eur chf gbp € $ £ ₽ ¥ no"
)
_BY_LANGUAGE = {
    "en": _rules(
        "No. Nos. no. nos. Mr. Mrs. Ms. Mx. Dr. Prof. H.E. H.R.H. H.M. Amb. Gen. Col. Maj. Capt. "
        "Lt. Sgt. Hon. Rev. St. Mr Mrs Ms Dr Prof HE Vol. vol. Fig. fig.",
        "article articles annex annexes appendix chapter chapters page pages p. pp. para. paras. "
        "paragraph paragraphs part parts rule rules section sections table item items resolution "
        "action decision room floor box",
        "january february march april may june july august september october november december "
        "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. a.m. p.m. hours minutes days "
        "weeks months years metres kilometres hectares tonnes million billion per",
    ),
    "fr": _rules(
        "No. no. Nos nos M. MM. Mme Mmes Mlle Dr Pr Me S.E. S.E.M. LL.EE. S.A. S.M. Mgr Gal Col. "
        "Cdt Cap. Lt St Ste vol. fig.",
        "article articles art. annexe annexes chapitre chapitres page pages p. pp. paragraphe "
        "paragraphes par. partie règle section sections tableau point résolution décision mesure "
        "salle bureau étage",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "janv. févr. avr. juil. sept. oct. nov. déc. heures minutes jours semaines mois ans "
        "mètres kilomètres hectares tonnes millions milliards million milliard pour",
    ),
    "es": _rules(
        "No. no. núm. núms. Núm. N.º n.º Sr. Sra. Srta. Sres. Sras. Dr. Dra. Prof. D. Dña. S.E. "
        "Excmo. Excma. Emb. Gral. Cnel. vol. fig.",
        "artículo artículos art. arts. anexo anexos capítulo capítulos página páginas pág. págs. "
        "p. pp. párrafo párrafos párr. parte regla sección cuadro tema resolución decisión medida "
        "sala oficina",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
        "de horas minutos días semanas meses años metros kilómetros hectáreas toneladas millones "
        "millón por",
    ),
    "ru": _rules(
        "г-н г-жа г-ну г-же г-на г-жи гг. г-да г. гр. Е.П. д-р проф. ген. полк. им. ул. д. т. рис. "
        "тов. посол",
        "статья статьи статье статью статьёй статьей статей ст. приложение приложения приложении "
        "глава главы главе гл. страница страницы странице стр. с. пункт пункта пункте пункты п. "
        "пп. параграф часть части раздел разделе таблица табл. правило резолюция решение зал "
        "комната",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря год "
        "года году годы гг. г. ч. часов часа час минут мин. дней дня недель месяцев лет м км га кг "
        "т млн млрд тыс. руб. долл.",
        dashes=True,
    ),
    "ar": _rules(
        "السيد السيدة سعادة معالي فخامة الدكتور الدكتورة",
        "رقم المادة مادة الفقرة فقرة الصفحة صفحة ص المرفق الفصل الباب القسم الجدول القرار القاعة",
        "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين شباط/فبراير آذار/مارس نيسان/أبريل "
        "أيار/مايو حزيران/يونيه تموز/يوليه آب/أغسطس أيلول/سبتمبر يناير فبراير مارس أبريل مايو "
        "يونيه يونيو يوليه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ),
}
_ELSEWHERE = _rules("", "", "")


def held(text: str, lang: str) -> frozenset[int]:
    """Return after how many characters no line ends, though there is a space; by the language."""
    rules = _BY_LANGUAGE.get(lang.partition("-")[0], _ELSEWHERE)
    words = text.split(" ")
    found: list[int] = []
    place = 0
    for index in range(len(words) - 1):
        before, after = words[index], words[index + 1]
        place += len(before) + 1
        if before and after and _belong(before, after, rules):
            found.append(place)
    return frozenset(found) if found else NOWHERE


def _belong(before: str, after: str, rules: _Rules) -> bool:
    """Tell whether two neighbours stay on one line; the ways to fail are tried fast."""
    if before[0] in _BEFORE_WORDS:
        before = before.lstrip(_BEFORE_WORDS)
    if before in rules.titles:
        return True
    if before[-1:].isdigit() or before[:1].isdigit():
        return _counts(before, after, rules)
    if len(before) == 2 and before[1] == ".":
        return before[0].isupper() and after[0].isupper()
    if after[0].isdigit() or (after[0] in "IVX" and not after.strip("IVX" + _AFTER_WORDS)):
        return _elided(before).lower() in rules.counted
    return rules.dashes and after in _DASHES


def _counts(number: str, after: str, rules: _Rules) -> bool:
    """Tell whether a number stays with what follows: a month, a unit, or three figures more."""
    word = after.lower()
    if word in rules.counting or word.rstrip(_AFTER_WORDS) in rules.counting:
        return True
    figures = after.rstrip(_AFTER_WORDS).partition(",")[0]
    if len(figures) == 3 and figures.isdigit() and number.isdigit() and len(number) <= 3:
        return True
    return rules.dashes and after in _DASHES


def _elided(word: str) -> str:
    """Return a word without what French writes before it with an apostrophe."""
    return word.replace("'", "’").rpartition("’")[2]
