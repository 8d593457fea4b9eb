"""Small PDFs written by hand: sound, encrypted, and broken in the usual ways."""

import hashlib
import struct

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FILE_ID = b"0123456789abcdef"
NO_COPY = -64 + 0b101000
"""Permission bits without the one for copying text."""


def pdf(*pages: str, password: str | None = None, permissions: int | None = None) -> bytes:
    """A PDF with a line of Latin text a page; encrypted (RC4, 40 bits) where a password or permissions are given."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    key = None if password is None and permissions is None else _Key(password or "", permissions or -1)
    for n, text in enumerate(pages):
        content = f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET".encode()
        if key:
            content = key.encrypt(content, 5 + 2 * n)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * n} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    if key:
        objects.append(key.dictionary)
    return _file(objects, encrypted=key is not None)


class _Key:
    """The standard security handler, revision 2 (PDF 32000-1, 7.6.3)."""

    def __init__(self, user: str, permissions: int):
        padded = (user.encode() + PADDING)[:32]
        owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], padded)
        told = struct.pack("<i", permissions)
        self.key = hashlib.md5(padded + owner + told + FILE_ID).digest()[:5]
        self.dictionary = (
            f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{rc4(self.key, PADDING).hex()}> /P {permissions} >>"
        ).encode()

    def encrypt(self, data: bytes, number: int) -> bytes:
        salted = self.key + struct.pack("<I", number)[:3] + b"\0\0"
        return rc4(hashlib.md5(salted).digest()[:10], data)


def rc4(key: bytes, data: bytes) -> bytes:
    s, j = list(range(256)), 0
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


def _file(objects: list[bytes], *, encrypted: bool) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    extra = f" /Encrypt {len(objects)} 0 R /ID [<{FILE_ID.hex()}> <{FILE_ID.hex()}>]" if encrypted else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def truncated() -> bytes:
    """A download that broke off."""
    return pdf("cut short")[:180]


def corrupt() -> bytes:
    """The right head, then noise."""
    return b"%PDF-1.7\n" + bytes((n * 7919) % 251 for n in range(4000))
