"""What the environment's Python runs: prepare the database, then the app, in one process.

`python -m launcher.serve PORT`. One process instead of two: the second start is ready sooner, and
the app finds the store already open. Both are started by name, as `python -m` would.
"""

import os
import runpy
import sys

from launcher.places import HOST


def serve(port: int) -> None:
    """Runs the app on `port` of this machine; ends the process with the code of what ended it.

    When preparing fails (3: the database is from a newer version) the app is not started.
    """
    sys.argv = ["commands", "prepare"]
    try:
        runpy.run_module("commands", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
    _silence_greeting()
    sys.argv = ["streamlit", "run", "app.py", "--server.headless", "true"]
    sys.argv += ["--server.address", HOST, "--server.port", str(port)]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _silence_greeting() -> None:
    """Sends standard output nowhere: start.py says in Danish what Streamlit says in English."""
    sys.stdout.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
