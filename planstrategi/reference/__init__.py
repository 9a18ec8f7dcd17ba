"""JSON Schema and data/README.md, made from the code."""
