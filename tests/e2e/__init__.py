"""The program as a process, from outside."""
