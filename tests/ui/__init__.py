"""Tests of ccmdesk/ui."""
