"""A Reading in the forms that people and other programs want, one file each."""
