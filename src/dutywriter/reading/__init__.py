"""Files → Draft: drafts that were written earlier, and edited since, or that others wrote. Files → segments, to be checked.

A room of its own, since it is the way back of formats and needs what no writer may load: a Markdown parser. What reads segments
needs none, and keeps every character's place.
"""
