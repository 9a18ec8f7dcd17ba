"""The registries of tables and figures, and how a table is shown, said and exported."""
