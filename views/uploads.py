"""Files that people send in stay in memory until they are read."""

import streamlit as st
from starlette.formparsers import MultiPartParser

MEGABYTE = 1024 * 1024


def keep_in_memory() -> None:
    """Let no upload spill over to a temporary file.

    The server reads a file of more than a megabyte into a nameless file on the disk, and what a
    citizen said may stand in it before anybody has looked for names. `server.maxUploadSize` (in
    megabytes) bounds what one upload can take of the memory.
    """
    MultiPartParser.spool_max_size = (st.get_option("server.maxUploadSize") + 1) * MEGABYTE
