"""Register → tables: pure functions that know neither files nor matplotlib."""
