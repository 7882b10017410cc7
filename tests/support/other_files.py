"""Small files that are no pages, real ones where Python can write them, with the code of what is told of each."""

import gzip
import io
import tarfile
import zipfile

_NULS = b"\0" * 16


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "<html><body>第01版：要闻</body></html>")
    return file.getvalue()


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        packed.addfile(tarfile.TarInfo("node_1.htm"))
    return file.getvalue()


OTHER_FILES = {
    "pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj", "is-pdf"),
    "marked pdf": (b"\xef\xbb\xbf\r\n%PDF-1.7\n1 0 obj", "is-pdf"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1", "is-picture"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is-picture"),
    "gif": (b"GIF89a\x10\0\x10\0\x80\0\0", "is-picture"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "is-picture"),
    "bmp": (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "is-picture"),
    "tiff": (b"II*\0\x08\0\0\0\x0e\0", "is-picture"),
    "big-endian tiff": (b"MM\0*\0\0\0\x08\0\x0e", "is-picture"),
    "icon": (b"\0\0\1\0\1\0\x10\x10\0\0\1\0", "is-picture"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is-picture"),
    "avif": (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "is-picture"),
    "psd": (b"8BPS\0\1\0\0\0\0\0\0\0\3", "is-picture"),
    "svg": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- 1 -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', "is-picture"),
    "bare svg": (b"\n<svg viewBox='0 0 9 9'><text>\xe7\x89\x88</text></svg>", "is-picture"),
    "zip": (_zip("node_1.htm", "mimetype"), "is-archive"),
    "empty zip": (_zip(), "is-archive"),
    "rar": (b"Rar!\x1a\x07\1\0\x33\x92\xb5\xe5", "is-archive"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4\x8d\x9b\xd5\x0f", "is-archive"),
    "gzip": (gzip.compress(b"<html>"), "is-archive"),
    "bzip2": (b"BZh91AY&SY\x99\xac\x22\x56", "is-archive"),
    "xz": (b"\xfd7zXZ\0\0\4\xe6\xd6\xb4\x46", "is-archive"),
    "zstd": (b"\x28\xb5\x2f\xfd\x24\6\x31\0\0<html>", "is-archive"),
    "tar": (_tar(), "is-archive"),
    "epub": (_zip("mimetype", "META-INF/container.xml"), "is-binary"),
    "docx": (_zip("[Content_Types].xml", "word/document.xml"), "is-binary"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _NULS, "is-binary"),
    "rtf": (rb"{\rtf1\ansi{\fonttbl\f0 Song;}\f0 Ferry\par}", "is-binary"),
    "postscript": (b"%!PS-Adobe-3.0\n%%Title: ferry\n/Song findfont 12 scalefont setfont\n", "is-binary"),
    "elf": (b"\x7fELF\2\1\1" + _NULS, "is-binary"),
    "exe": (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0", "is-binary"),
    "sqlite": (b"SQLite format 3\0\x10\0\1\1\0\x40\x20\x20\0\0\0\2", "is-binary"),
    "ogg": (b"OggS\0\2" + _NULS, "is-binary"),
    "mp3": (b"ID3\3\0\0\0\0\x0f\x76TIT2\0\0\0\2\0\0", "is-binary"),
    "mp4": (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2", "is-binary"),
    "wav": (b"RIFF\x24\x08\0\0WAVEfmt \x10\0\0\0", "is-binary"),
}  # fmt: skip
