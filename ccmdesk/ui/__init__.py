"""The window: pages, dialogs, models and widgets in Qt."""

from ccmdesk.ui.plain_imports import load_qt
from ccmdesk.ui.singletons import keep_singletons

# Here, so that no way into the window passes them by.
load_qt()
keep_singletons()
