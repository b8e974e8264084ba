"""Sheets, grids and fitted text. Pure geometry: no drawing."""
