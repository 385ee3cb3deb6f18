"""Tests of ccmdesk/incoming."""
