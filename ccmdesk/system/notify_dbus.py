"""Speaks to the desktop's notification service over D-Bus (freedesktop notifications 1.2)."""

import os
from html import escape
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from ccmdesk.system.notifications import Notice, NotShownError

_SECONDS = 5.0
_SERVICE = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
_NORMAL, _CRITICAL = 1, 2
_AS_THE_DESKTOP_LIKES, _NEVER = -1, 0
# Services count from 1; a name so far away meets nobody else's notice.
_FIRST_NUMBER = 0x43430000


def show_over_dbus(notice: Notice) -> None:
    """Show a notice; raises NotShownError where there is no desktop that takes one."""
    try:
        with open_dbus_connection(bus=_session()) as connection:
            body = notice.body
            if "body-markup" in _ask(connection, "GetCapabilities")[0]:
                body = escape(body, quote=False)
            _ask(
                connection,
                "Notify",
                "susssasa{sv}i",
                (
                    "CCM Desk",
                    _FIRST_NUMBER + notice.number % 0x10000,
                    "ccmdesk",
                    notice.title,
                    body,
                    [],
                    {
                        "urgency": ("y", _CRITICAL if notice.urgent else _NORMAL),
                        "desktop-entry": ("s", "ccmdesk"),
                        "category": ("s", "x-ccmdesk.reminder"),
                    },
                    _NEVER if notice.urgent else _AS_THE_DESKTOP_LIKES,
                ),
            )
    except NotShownError:
        raise
    except (OSError, KeyError, ValueError, EOFError) as error:
        raise NotShownError(
            "No desktop session can be reached to show the reminder; it waits until there is one."
        ) from error


def session_is_there() -> bool:
    """Tell whether the bus of the session still answers."""
    try:
        open_dbus_connection(bus=_session()).close()
    except (OSError, KeyError, ValueError, EOFError):
        return False
    return True


def _session() -> str:
    """Return where the bus of the session is; a timer may have been started without its name."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "SESSION"
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}") / "bus"
    return f"unix:path={socket}"


def _ask(
    connection: DBusConnection, method: str, signature: str = "", body: tuple[object, ...] = ()
) -> tuple[list[str], ...]:
    message = new_method_call(_SERVICE, method, signature or None, body)
    reply: Message = connection.send_and_get_reply(message, timeout=_SECONDS)
    # A refusal is a reply like any other; nothing is raised for it.
    if reply.header.message_type is MessageType.error:
        named = reply.header.fields.get(HeaderFields.error_name, "no reason given")
        raise NotShownError(
            f"The desktop takes no notices ({named}); the reminder waits until it does."
        )
    answer: tuple[list[str], ...] = reply.body
    return answer
