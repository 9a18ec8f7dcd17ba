"""What is written in the files of Word and of spreadsheets."""
