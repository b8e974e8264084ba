"""The way in of the program that was built as a folder."""

import sys

from kit_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
