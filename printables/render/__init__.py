"""The canvas, fonts and QR drawing: the only place where millimetres become points."""
