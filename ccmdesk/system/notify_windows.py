"""A toast of Windows by way of PowerShell. Untried: written after Microsoft's documentation."""

import os
import subprocess

from ccmdesk.system.notifications import Notice, NotShownError

_SECONDS = 30
# The name under which the installer puts CCM Desk into the Start menu; Windows shows no toast of
# a program that is not there.
APP_ID = "CCMDesk.CCMDesk"
# The texts travel in the environment, where nothing in them can be taken for a command.
_SCRIPT = """
$ErrorActionPreference = 'Stop'
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications,
    ContentType = WindowsRuntime]
[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom, ContentType = WindowsRuntime]
$xml = New-Object Windows.Data.Xml.Dom.XmlDocument
$xml.LoadXml('<toast><visual><binding template="ToastGeneric"><text/><text/></binding></visual>' +
    '</toast>')
$texts = $xml.GetElementsByTagName('text')
[void]$texts.Item(0).AppendChild($xml.CreateTextNode($env:CCMDESK_NOTICE_TITLE))
[void]$texts.Item(1).AppendChild($xml.CreateTextNode($env:CCMDESK_NOTICE_BODY))
if ($env:CCMDESK_NOTICE_URGENT) { $xml.DocumentElement.SetAttribute('scenario', 'reminder') }
$toast = New-Object Windows.UI.Notifications.ToastNotification $xml
$toast.Tag = $env:CCMDESK_NOTICE_NUMBER
$toast.Group = 'reminders'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier(
    $env:CCMDESK_NOTICE_APP).Show($toast)
"""


def show_toast(notice: Notice) -> None:
    """Show a notice; the same number replaces the notice shown before."""
    environment = {
        **os.environ,
        "CCMDESK_NOTICE_TITLE": notice.title,
        "CCMDESK_NOTICE_BODY": notice.body,
        "CCMDESK_NOTICE_URGENT": "1" if notice.urgent else "",
        "CCMDESK_NOTICE_NUMBER": str(notice.number),
        "CCMDESK_NOTICE_APP": APP_ID,
    }
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _SCRIPT]
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotShownError(
            "Windows did not show the reminder; it waits and is tried again."
        ) from error
