"""What a spreadsheet measures in: points for a line of text and for the highest row it can have, and its number for A4."""

LINE_HEIGHT, HIGHEST, A4 = 15.0, 409.0, 9
