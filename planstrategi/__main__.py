"""python -m planstrategi."""

import sys

from planstrategi.cli import main

sys.exit(main())
