"""An upload as large as is allowed never touches the disk."""

import asyncio
import io
import tempfile

import pytest
import streamlit as st
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser

from views import uploads

EDGE = b"--edge"


def parse(size: int) -> int:
    """How many bytes the server reads of an upload of `size`."""
    head = b'Content-Disposition: form-data; name="file"; filename="svar.csv"\r\n\r\n'
    body = EDGE + b"\r\n" + head + b"x" * size + b"\r\n" + EDGE + b"--\r\n"

    async def chunks():
        for first in range(0, len(body), 65536):
            yield body[first : first + 65536]

    async def read() -> int:
        headers = Headers({"content-type": "multipart/form-data; boundary=edge"})
        form = await MultiPartParser(headers, chunks()).parse()
        found = len(await form["file"].read())
        await form.close()
        return found

    return asyncio.run(read())


@pytest.fixture
def written(monkeypatch):
    """The temporary files that the server would write, kept in memory here."""
    files = []

    def open_file(*_args, **_more):
        files.append(io.BytesIO())
        return files[-1]

    monkeypatch.setattr(MultiPartParser, "spool_max_size", MultiPartParser.spool_max_size)
    monkeypatch.setattr(tempfile, "TemporaryFile", open_file)
    return files


def test_an_upload_stays_in_memory(written):
    uploads.keep_in_memory()
    largest = st.get_option("server.maxUploadSize") * uploads.MEGABYTE
    size = min(largest, 20 * uploads.MEGABYTE)
    assert parse(size) == size
    assert written == []


def test_left_alone_the_server_writes_a_file(written):
    MultiPartParser.spool_max_size = uploads.MEGABYTE
    parse(3 * uploads.MEGABYTE)
    assert len(written) == 1
