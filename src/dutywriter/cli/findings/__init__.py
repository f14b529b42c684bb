"""What `dutywriter check` does around the checking: settings, files, mending, the baseline."""
