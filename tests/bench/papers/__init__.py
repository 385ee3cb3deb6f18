"""Papers of one content by this program and by its peers; no peer is imported by the program."""
