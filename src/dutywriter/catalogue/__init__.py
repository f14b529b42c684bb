"""What is known about the work: data files become one Catalogue."""
