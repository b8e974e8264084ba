"""The program's icon: `python -m bundle.icon` makes the file that Windows wants of the drawing."""
