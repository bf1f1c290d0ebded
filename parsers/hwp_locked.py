"""Distribution documents (배포용): HWP 5 whose text is encrypted with a key that lies in the file.

The first record of each ViewText stream holds 256 bytes, masked by the random numbers of Microsoft's C library from a
seed in the first four; among them stands the key of AES-128 in ECB mode for the rest (Hancom, HWP document file formats
5.0, "배포용 문서").
"""

from __future__ import annotations

from parsers.errors import Damaged
from parsers.hwp_records import records

_DISTRIBUTION = 0x1C
_MASKED = 256
_KEY = 16


def unlock(data: bytes, name: str) -> bytes:
    """The stream as it would stand in BodyText."""
    if len(data) < _MASKED + 4:
        raise Damaged(f"{name} is too short for a distribution document")
    first = records(data[: _MASKED + 8], name)[0][:1]
    if not first or first[0].tag != _DISTRIBUTION or first[0].end - first[0].start != _MASKED:
        raise Damaged(f"{name} does not begin as a distribution document does")
    plain = _unmask(data[first[0].start : first[0].end])
    at = 4 + (plain[0] & 15)
    return _decrypt(plain[at : at + _KEY], data[first[0].end :])


def _unmask(masked: bytes) -> bytes:
    seed = int.from_bytes(masked[:4], "little")
    plain, key, left = bytearray(masked), 0, 0
    for at in range(len(masked)):
        if left == 0:
            seed, key = _random(seed)
            seed, left = _random(seed)
            key, left = key & 0xFF, (left & 15) + 1
        if at >= 4:
            plain[at] ^= key
        left -= 1
    return bytes(plain)


def _random(seed: int) -> tuple[int, int]:
    """The next seed and number of Microsoft's `rand`."""
    seed = (seed * 214_013 + 2_531_011) & 0xFFFFFFFF
    return seed, seed >> 16 & 0x7FFF


def _decrypt(key: bytes, data: bytes) -> bytes:
    # Imported here: few documents need it, and it takes longer to load than most take to read.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()
    return decryptor.update(data[: len(data) // 16 * 16]) + decryptor.finalize()
