"""Where every piece of every product lies, in millimetres."""
