"""Tests of ccmdesk/store."""
