"""The registries of tables and figures, and how a table is shown, said and exported."""

import logging

# that it builds a cache, or has no folder for one, is said in English, in the middle of a report
logging.getLogger("matplotlib").setLevel(logging.ERROR)
