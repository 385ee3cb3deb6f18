"""CCM Desk: the desk of a delegation to the Convention on Cluster Munitions."""

__version__ = "0.1.0"
