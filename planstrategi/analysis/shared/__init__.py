"""What several analyses build on: sources, sentences, editions and when a plan is finished."""
