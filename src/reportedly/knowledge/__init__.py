"""What is known before a report is read: data files, and the loaders that check them."""
