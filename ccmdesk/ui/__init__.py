"""The window: pages, dialogs, models and widgets in Qt."""

from ccmdesk.ui.singletons import keep_singletons

# Here, so that no way into the window passes it by.
keep_singletons()
