"""What was understood of a document → a folder with a draft register, the record of the reading, and a page to tick."""
