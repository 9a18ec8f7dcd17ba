"""What is printed on the pages of a PDF, and where."""
