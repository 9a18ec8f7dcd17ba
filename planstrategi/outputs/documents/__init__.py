"""Documents in Word from the tables and figures: a case paper, and the plan tables that the next strategy is written from."""
