"""Tests of ccmdesk/documents."""
