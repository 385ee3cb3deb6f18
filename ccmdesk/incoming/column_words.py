"""Knows the heads of columns, the roles and the styles as lists of delegates write them."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from ccmdesk.domain.delegation import Role
from ccmdesk.incoming.sheet import Sheet

FIELDS = (
    "role",
    "style",
    "full_name",
    "given_names",
    "family_name",
    "functional_title",
    "rank",
    "organization",
    "place",
    "email",
    "phone",
    "gender",
)
"""What a column can hold; `full_name` is divided into given and family names."""

_HEADS: dict[str, str] = {
    "role": "role|role in delegation|role in the delegation|delegation role|capacity"
    "|function in delegation|function in the delegation|participation"
    "|fonction dans la delegation|fonction au sein de la delegation|role dans la delegation"
    "|qualite|qualite dans la delegation|papel|rol|rol en la delegacion"
    "|funcion en la delegacion|cargo en la delegacion|calidad"
    "|роль|роль в делегации|статус в делегации|роль в составе делегации"
    "|الصفة|الصفه|الدور|الصفة في الوفد|الدور في الوفد"
    "|角色|身份|团内职务|代表团职务|代表团内职务|代表团身份",
    "style": "style|salutation|title mr ms|mr ms|courtesy title|honorific|prefix|civilite|titre"
    " de civilite|tratamiento|обращение|اللقب|称谓",
    "full_name": "name|full name|participant|delegate|nom complet|nom et prenom|prenom et nom"
    "|nom prenom|nombre completo|nombre y apellidos|apellidos y nombre|фио|ф и о|имя и фамилия"
    "|полное имя|الاسم|الاسم الكامل|姓名|全名",
    "given_names": "given name|given names|first name|first names|forename|forenames|prenom"
    "|prenoms|nombre|nombres|имя|имя и отчество|الاسم الاول|الاسم الشخصي|名|名字",
    "family_name": "family name|last name|surname|nom|nom de famille|apellido|apellidos|фамилия"
    "|اسم العائلة|اسم العائله|اللقب العائلي|姓|姓氏",
    "functional_title": "functional title|title|job title|position|post|function|designation"
    "|occupation|fonction|titre|poste|titre fonctionnel|cargo|puesto|titulo|должность"
    "|المنصب|الوظيفة|الوظيفه|المسمى الوظيفي|职务|职位",
    "rank": "rank|diplomatic rank|grade|rang|grado|rango|ранг|звание"
    "|الرتبة|الرتبه|الدرجة|衔级|级别",
    "organization": "organization|organisation|institution|ministry|department|agency|employer"
    "|company|organisme|ministere|service|organizacion|institucion|ministerio|entidad"
    "|организация|ведомство|министерство|المؤسسة|الجهة|الوزارة|المنظمة|单位|机构|部门|组织",
    "place": "place|city|location|duty station|based in|lieu|ville|lugar|ciudad|место|город"
    "|المكان|المدينة|地点|城市|所在地",
    "email": "email|e mail|email address|e mail address|mail|courriel|adresse electronique"
    "|adresse e mail"
    "|correo|correo electronico|эл почта|электронная почта|e mail адрес|البريد الالكتروني"
    "|البريد الإلكتروني|电子邮件|电子邮箱|邮箱",
    "phone": "phone|telephone|tel|mobile|mobile phone|telefono|movil|телефон|الهاتف|رقم الهاتف"
    "|电话|手机",
    "gender": "gender|sex|sexe|genre|sexo|genero|пол|الجنس|النوع|性别",
}
_ROLES: dict[Role, str] = {
    Role.HEAD: "head|head of delegation|hod|chef de delegation|cheffe de delegation"
    "|chef de la delegation|jefe de delegacion|jefa de delegacion|jefe de la delegacion"
    "|jefa de la delegacion|глава делегации|رئيس الوفد|رئيسة الوفد|رئيسه الوفد|团长|代表团团长",
    Role.ALTERNATE_HEAD: "alternate head|alternate head of delegation|deputy head"
    "|deputy head of delegation|dhod|chef adjoint de delegation|chef de delegation adjoint"
    "|cheffe de delegation adjointe|chef suppleant|cheffe suppleante|jefe adjunto de delegacion"
    "|jefe alterno de delegacion|jefa adjunta de delegacion|jefa alterna de delegacion"
    "|заместитель главы делегации|نائب رئيس الوفد|نائبة رئيس الوفد|副团长|代表团副团长",
    Role.REPRESENTATIVE: "representative|delegate|member|member of delegation|representant"
    "|representante|delegue|deleguee|delegado|delegada|miembro|membre|представитель|делегат"
    "|член делегации|ممثل|ممثلة|ممثله|مندوب|عضو|代表|团员|成员",
    Role.ALTERNATE: "alternate|alternate representative|suppleant|suppleante"
    "|representant suppleant|representante suppleante"
    "|suplente|representante suplente|alterno|заместитель представителя|ممثل مناوب|مناوب"
    "|候补代表|副代表",
    Role.ADVISER: "adviser|advisor|conseiller|conseillere|asesor|asesora|consejero|consejera"
    "|советник|مستشار|مستشارة|مستشاره|顾问",
    Role.EXPERT: "expert|experte|experta|experto|эксперт|خبير|خبيرة|خبيره|专家",
    Role.OBSERVER: "observer|observateur|observatrice|observador|observadora|наблюдатель"
    "|مراقب|مراقبة|观察员",
}
_MOST_TITLES = 12
_STYLES = re.compile(
    r"^((?:(?:H\.?\s?E\.?|S\.?\s?E\.?|Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Amb|M|Mme|Mlle|Sr|Sra|Srta"
    r"|Excmo|Excma|г-н|г-жа|Е\.\s?П\.)\.?(?=\s|$)\s*)+)",
    re.IGNORECASE,
)
_WORDS_OF_HEAD = {word: field for field, words in _HEADS.items() for word in words.split("|")}
_ROLE_OF_WORD = {word: role for role, words in _ROLES.items() for word in words.split("|")}
_GENDERS = {
    **dict.fromkeys(
        ("f", "female", "femme", "femenino", "mujer", "feminin", "ж", "женский", "انثى", "女"), "f"
    ),
    **dict.fromkeys(
        ("m", "male", "homme", "masculino", "hombre", "masculin", "м", "мужской", "ذكر", "男"), "m"
    ),
}


def plain(text: str) -> str:
    """Return a head or a word of a list without case, accents and punctuation."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(re.sub(r"[^\w]+|_", " ", kept).split())


_WORDS_OF_HEAD = {plain(word): field for word, field in _WORDS_OF_HEAD.items()}
_ROLE_OF_WORD = {plain(word): role for word, role in _ROLE_OF_WORD.items()}
# What is the family name beside given names, and by itself the whole name.
_WHOLE_OR_FAMILY = frozenset({"nom", "apellidos", "фамилия"})
_GENDERS = {plain(word): gender for word, gender in _GENDERS.items()}


def has_head(sheet: Sheet) -> bool:
    """Tell whether the first row names the columns: at least two known heads, or all of one."""
    known = [cell for cell in sheet.rows[0] if _field_of(cell)]
    return len(known) >= 2 or (len(known) == 1 and sheet.width == 1)


def below_titles(sheet: Sheet) -> Sheet:
    """Return the sheet from its heads on, where a title such as "Delegation of ..." is above."""
    if has_head(sheet):
        return sheet
    for at, row in enumerate(sheet.rows[:_MOST_TITLES]):
        heads = {_field_of(cell) for cell in row} - {""}
        above = max((sum(map(bool, each)) for each in sheet.rows[:at]), default=0)
        if len(heads) >= 2 and above < sum(map(bool, row)):
            return Sheet(sheet.rows[at:], sheet.numbers[at:])
    return sheet


def guessed(sheet: Sheet) -> dict[int, str]:
    """Return what each column seems to hold, by the heads or else by the cells themselves."""
    found: dict[int, str] = {}
    if has_head(sheet):
        for column, cell in enumerate(sheet.rows[0]):
            field = _field_of(cell)
            if field == "functional_title" and _holds_styles(sheet, column):
                field = "style"
            if field and field not in found.values():
                found[column] = field
        return _names_settled(found, sheet)
    for column in range(sheet.width):
        cells = [row[column] for row in sheet.rows if row[column]]
        field = _by_cells(cells)
        if field and field not in found.values():
            found[column] = field
    texts = [column for column in range(sheet.width) if column not in found]
    names = ["full_name", "functional_title", "organization", "place"]
    found.update(zip(texts, names, strict=False))
    return found


def _field_of(head: str) -> str:
    """Return what a head names, "" for an unknown one; "Prénom(s)" and "Ministry / agency" too."""
    bare = re.sub(r"\([^)]*\)", " ", head)
    for part in (head, bare, *re.split(r"[/,;|]", bare)):
        if plain(part) in _WORDS_OF_HEAD:
            return _WORDS_OF_HEAD[plain(part)]
    return ""


def _holds_styles(sheet: Sheet, column: int) -> bool:
    """Tell whether a column under "Title" has "Mr." and "Dr." in it, and no posts."""
    cells = [row[column] for row in sheet.rows[1:] if row[column]]
    return bool(cells) and all(_STYLES.fullmatch(cell) for cell in cells)


def role_of(text: str) -> Role | None:
    """Return the role a cell names in one of the six languages, or None."""
    word = plain(text.replace("_", " "))
    return _ROLE_OF_WORD.get(word)


def gender_of(text: str) -> str | None:
    """Return "f", "m", an empty text for an empty cell, or None for what is neither."""
    return _GENDERS.get(plain(text)) if text.strip() else ""


def divided(name: str) -> Mapping[str, str]:
    """Return a whole name as style, given names and family name.

    "OKORO, Amina", "Amina OKORO" and "OKORO Amina" tell the family name by comma or capitals;
    otherwise the last word is taken for it.
    """
    match = _STYLES.match(name)
    style = match[1].strip() if match else ""
    rest = name[match.end() :].strip() if match else name.strip()
    if "," in rest:
        family, _, given = (part.strip() for part in rest.partition(","))
        inner = _STYLES.match(given)
        if inner and not style:
            style, given = inner[1].strip(), given[inner.end() :].strip()
        return {"style": style, "given_names": given, "family_name": family}
    words = rest.split()
    capitals = [word for word in words if word.isupper() and len(word.rstrip(".")) > 1]
    if capitals and len(capitals) < len(words):
        others = " ".join(word for word in words if word not in capitals)
        return {"style": style, "given_names": others, "family_name": " ".join(capitals)}
    return {
        "style": style,
        "given_names": " ".join(words[:-1]),
        "family_name": words[-1] if words else "",
    }


def _names_settled(found: dict[int, str], sheet: Sheet) -> dict[int, str]:
    """Take "Nom" beside "Prénom" for the family name, and alone for the whole name."""
    fields = set(found.values())
    for column, field in found.items():
        whole = plain(sheet.rows[0][column]) in _WHOLE_OR_FAMILY
        if field == "family_name" and whole and not fields & {"given_names", "full_name"}:
            return {**found, column: "full_name"}
        if field == "full_name" and "given_names" in fields and "family_name" not in fields:
            return {**found, column: "family_name"}
    return found


def _by_cells(cells: list[str]) -> str:
    def most(test: Callable[[str], bool]) -> bool:
        return sum(map(test, cells)) * 2 > len(cells)

    if most(lambda cell: "@" in cell):
        return "email"
    if most(lambda cell: role_of(cell) is not None):
        return "role"
    if most(lambda cell: bool(re.fullmatch(r"[+()\d\s./-]{6,}", cell))):
        return "phone"
    if most(lambda cell: bool(_STYLES.fullmatch(cell))):
        return "style"
    if most(lambda cell: gender_of(cell) in ("f", "m")):
        return "gender"
    return ""
