"""Chinese print: full-width marks, no spaces, and names joined as Chinese joins them."""

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
# Letters and marks as wide as a character.
_WIDE = f"{_HAN}\u3001-\u303f\uff01-\uff60“”‘’"
_ONLY_HAN = re.compile(f"[{_HAN}]+(?:·[{_HAN}]+)*")
_QUOTED = re.compile(r'"([^"]*)"')
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SPACE = re.compile(rf"(?<=[{_WIDE}])[ \u00a0]+|[ \u00a0]+(?=[{_WIDE}])")
_MARK = re.compile(rf"(?<=[{_WIDE}])[,;:?!]|[,;:?!](?=[{_WIDE}])")
_FULL_STOP = re.compile(rf"(?<=[{_WIDE}])\.(?=$|[{_WIDE}])")
_WIDE_MARKS = str.maketrans(",;:?!", "，；：？！")
_COMPOUND_FAMILY_NAMES = frozenset(
    {
        "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙",
        "宇文", "东方", "西门", "南宫", "夏侯", "端木", "百里", "呼延",
    }
)  # fmt: skip


def polished(text: str) -> str:
    """Return the text with full-width marks beside characters, and without spaces there.

    Latin names, references and numbers keep their own marks and spaces.
    """
    text = _QUOTED.sub(lambda found: f"“{found[1]}”", text)
    before = ""
    # A mark that has become wide makes its neighbour wide in turn.
    while text != before:
        before = text
        text = _BRACKETS.sub(_bracketed, text)
        text = _SPACE.sub("", text)
        text = _MARK.sub(lambda found: found[0].translate(_WIDE_MARKS), text)
        text = _FULL_STOP.sub("。", text)
    return text


def joined_name(family: str, given: str, family_first: bool) -> str:
    """Return a name as a Chinese note has it: 王小明, 约翰·史密斯, Ingrid BJØRNSTAD.

    A family name that can only be a Chinese one stands first whatever was asked for.
    """
    han = all(_ONLY_HAN.fullmatch(part) for part in (family, given) if part)
    if not han:
        return " ".join(
            part for part in ((family, given) if family_first else (given, family)) if part
        )
    if not family or not given:
        return family or given
    if family_first or len(family) == 1 or family in _COMPOUND_FAMILY_NAMES:
        return family + given
    return f"{given}·{family}"


def is_han(text: str) -> bool:
    """Tell whether a text has Chinese characters."""
    return re.search(f"[{_HAN}]", text) is not None


def _bracketed(found: re.Match[str]) -> str:
    """Return brackets as wide as what is in them or before them."""
    before = found.string[: found.start()][-1:]
    wide = is_han(found[1]) or bool(before and re.match(f"[{_WIDE}]", before))
    return f"（{found[1]}）" if wide else found[0]
