"""Tests of ccmdesk/system."""
