"""Tests of ccmdesk/domain."""
