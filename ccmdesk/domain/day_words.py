"""The days of the week and the months as papers write them, in small letters."""

from ccmdesk.domain.dates import MONTHS, WEEKDAYS

# English, French and Spanish, and in the last row those that are often written without their
# accents. Each row begins with Monday, or with January; an empty word stands for none.
WEEKDAY_WORDS = (
    [name.casefold() for name in WEEKDAYS],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["", "", "miercoles", "", "", "sabado", ""],
)
MONTH_WORDS = (
    [name.casefold() for name in MONTHS],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    ["", "fevrier", "", "", "", "", "", "aout", "setiembre", "", "", "decembre"],
)
