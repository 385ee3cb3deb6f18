"""Papers against which the program is held."""
