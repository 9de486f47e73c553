"""What a user adds to the knowledge that comes with reportedly: actors of their own, from files in several formats."""
