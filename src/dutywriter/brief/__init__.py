"""What the user wants: flags and answers files become one Brief."""
