"""What several analyses build on: rows, sources, sentences, editions and when a plan is finished."""
