"""Makes what is handed on: the program as a folder, a Debian package, and the papers that go with them."""
