"""The wizard: questions as data, the loop as pure functions, one file that knows the prompt library."""
