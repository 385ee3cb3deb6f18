"""Tests of ccmdesk/services."""
