"""Rules for texts, ours and others'. Pure."""
