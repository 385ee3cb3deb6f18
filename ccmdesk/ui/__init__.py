"""The window: pages, dialogs, models and widgets in Qt."""
