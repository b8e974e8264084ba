"""One module per thing printed: its words as a model, its measures, one write function."""
