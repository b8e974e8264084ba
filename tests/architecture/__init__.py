"""Rules about the code itself: imports, sizes, names, translations, licences."""
