"""Kinds of characters in the patterns that read folded text.

None is written as a range of Chinese characters: to compile such a range, `re` goes through each of its 20,000.
"""

HAN = r"[^\W\da-z_]"
"""A Chinese character."""
LETTER = r"[^\W\d_]"
"""A Chinese character or a Latin letter."""
ALNUM = r"[^\W_]"
"""A Chinese character, a Latin letter or a digit."""
