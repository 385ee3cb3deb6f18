"""The officer's world in plain Python: States, meetings, duties, notes, dates."""
