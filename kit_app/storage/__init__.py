"""SQLite and files of the data folder; the only place with SQL."""
