"""Charts of cells: counts, plans against expectations, requirements by year."""
