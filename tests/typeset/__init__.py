"""Tests of ccmdesk/typeset."""
