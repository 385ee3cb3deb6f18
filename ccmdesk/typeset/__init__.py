"""Blocks in, archival PDF bytes out; knows nothing of notes."""
