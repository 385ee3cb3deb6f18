"""Reads a convening note: text in, proposals with their evidence out."""
