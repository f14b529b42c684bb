"""Files → Draft: drafts that were written earlier, and edited since, or that others wrote.

A room of its own, since it is the way back of formats and needs what no writer may load: a Markdown parser.
"""
