"""A notification service on the session bus of its environment: prints what it is shown as JSON."""

import json
import sys

from jeepney import MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"


def main(capabilities: list[str]) -> None:
    """Answer until killed; the first line says that the service is there."""
    numbers = 0
    with open_dbus_connection(bus="SESSION") as connection:
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        print(json.dumps("ready"), flush=True)
        while True:
            message = connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[3]
            if member == "GetCapabilities":
                answer = new_method_return(message, "as", (capabilities,))
            elif member == "Notify" and "refuse" in capabilities:
                answer = new_error(message, f"{NAME}.Error.ExcessNotificationGeneration")
            elif member == "Notify":
                program, replaces, icon, summary, body, actions, hints, timeout = message.body
                numbers += 1
                shown = {
                    "program": program,
                    "replaces": replaces,
                    "icon": icon,
                    "summary": summary,
                    "body": body,
                    "actions": actions,
                    "hints": {name: value for name, (_, value) in hints.items()},
                    "timeout": timeout,
                }
                print(json.dumps(shown), flush=True)
                answer = new_method_return(message, "u", (replaces or numbers,))
            else:
                answer = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
            connection.send(answer)


if __name__ == "__main__":
    main(sys.argv[1:])
