"""Which plans could move to lower the peak, and what binds them."""
