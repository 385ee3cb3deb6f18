"""The machine: paths, settings, atomic files, logs, locks."""
