"""A workbook with every table, for a spreadsheet."""
