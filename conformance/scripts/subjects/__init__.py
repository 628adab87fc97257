"""The generated cases of the suite, one module a subject; each has cases()."""
