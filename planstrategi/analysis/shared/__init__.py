"""What several analyses build on: rows, sources, sentences, years of work, editions and when a plan is finished."""
