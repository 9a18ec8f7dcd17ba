"""The house style: sizes, letters, colours, text that fits, and the frame round a chart."""
