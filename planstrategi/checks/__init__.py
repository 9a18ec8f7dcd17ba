"""Register → problems. A rule is a function with its code and words above it; `all_rules` lists the modules of rules."""
