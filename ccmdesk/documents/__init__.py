"""What each paper looks like: note, register, deadlines page."""
