"""The results of a region: what many facilities sent, taken in and added up."""
