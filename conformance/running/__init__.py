"""The runner: a program at the other end of two pipes, and what became of the cases."""
