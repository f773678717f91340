# -*- coding: utf-8 -*-
# ruff: noqa: UP009, UP031, UP036
"""The one entrance: sets the machine up and runs Talerør. `python3 start.py --help` says how.

This file alone must be readable by any Python since 2.7, so that an old one gets a sentence it can
act on instead of a syntax error. Everything else is in launcher/ (standard library only).
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python %d.%d er for gammel. Hent Python 3.11 eller nyere fra https://www.python.org, "
        "og start igen med den, for eksempel: python3.11 start.py" % sys.version_info[:2]
    )

from launcher.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
