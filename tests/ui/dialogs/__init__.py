"""The boxes of the window."""
