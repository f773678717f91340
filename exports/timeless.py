"""Finished files without a clock: a file that says 14:52 tells who sat at the machine then."""

import io
import re
import zipfile

_DAWN = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
_PROPERTIES = "docProps/core.xml"
_CLOCK = re.compile(rb"(\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d")


def timeless(content: bytes) -> bytes:
    """A .docx, .xlsx or .qdpx with the day, but no time of day, in it; other bytes as they are.

    Every part carries the same moment, and the same system as from every other machine.
    """
    if not content.startswith(b"PK\x03\x04"):
        return content
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as settled:
        for name in source.namelist():
            part = source.read(name)
            if name == _PROPERTIES:
                part = _CLOCK.sub(rb"\g<1>00:00:00", part)
            info = zipfile.ZipInfo(name, _DAWN)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            settled.writestr(info, part)
    return target.getvalue()
