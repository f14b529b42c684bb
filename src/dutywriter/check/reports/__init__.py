"""What a run found, in the forms that people and programs read: one file a form, each with `rendered`."""

FORMATS = ("text", "json", "github", "sarif")
