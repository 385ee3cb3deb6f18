"""The register under kills, full disks, and two programs at once."""
