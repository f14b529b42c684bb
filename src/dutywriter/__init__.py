"""dutywriter: a writing assistant for the duties of operations posts."""

__version__ = "0.1.0"
