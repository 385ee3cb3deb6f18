"""Tests of ccmdesk/language."""
