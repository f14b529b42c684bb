"""What tells a Markdown file of ours from others."""

COMMENT = "<!-- dutywriter draft/1 "
"""How the comment at its end begins (formats/comment.py)."""
