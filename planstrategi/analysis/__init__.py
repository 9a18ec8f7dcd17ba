"""Pure functions, Register or frame in → frame out. Nothing here knows files or matplotlib."""
