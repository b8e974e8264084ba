"""What is handed on, and the papers that go with it."""
