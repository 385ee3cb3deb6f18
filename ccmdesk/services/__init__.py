"""What the officer can do: one file per group of verbs."""
