"""From a kit's folder to a checked Kit, with the file and line of every mistake."""
