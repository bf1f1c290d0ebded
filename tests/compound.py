"""A writer of OLE compound files (version 3, sectors of 512 bytes), as small as HWP documents need it."""

import struct

SECTOR, SMALL, CUTOFF = 512, 64, 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams):
    """The bytes of a compound file of these streams; a path may name one storage (`BodyText/Section0`)."""
    large, small, starts = Chain(SECTOR), Chain(SMALL), {}
    for name, data in streams.items():
        starts[name] = (large if len(data) >= CUTOFF else small).add(data)
    mini = b"".join(small.pieces)
    starts[""] = large.add(mini)
    sizes = {name: len(data) for name, data in streams.items()} | {"": len(mini)}
    links = struct.pack(f"<{len(small.links)}I", *small.links)
    mini_fat = large.add(links.ljust(-(-len(links) // SECTOR) * SECTOR, b"\xff"))
    directory = large.add(b"".join(entry(*row, starts, sizes) for row in tree(streams)))
    count = 1
    while count * 128 < len(large.links) + count:
        count += 1
    fat = large.links + [FAT] * count
    fat += [FREE] * (count * 128 - len(fat))
    head = struct.pack("<8s16s5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, count, directory, 0, CUTOFF, mini_fat, -(-len(links) // SECTOR), END, 0)
    places = [len(large.links) + at for at in range(count)] + [FREE] * (109 - count)
    return head + struct.pack("<109I", *places) + b"".join(large.pieces) + struct.pack(f"<{len(fat)}I", *fat)


class Chain:
    """Sectors of one size, and for each the number of the next."""

    def __init__(self, size):
        self.size, self.pieces, self.links = size, [], []

    def add(self, data):
        """Put a stream; the number of its first sector."""
        if not data:
            return END
        start = len(self.pieces)
        self.pieces += [data[at : at + self.size].ljust(self.size, b"\0") for at in range(0, len(data), self.size)]
        self.links += [*range(start + 1, len(self.pieces)), END]
        return start


def tree(streams):
    """Root, storages and streams as (path, type, right, child); siblings hang in one line to the right."""
    storages = list(dict.fromkeys(name.split("/")[0] for name in streams if "/" in name))
    paths = ["", *(name for name in streams if "/" not in name), *storages, *(name for name in streams if "/" in name)]
    children = {
        parent: sorted(
            (path for path in paths if path and path.rpartition("/")[0] == parent),
            key=lambda path: (len(path.rpartition("/")[2]), path.upper()),
        )
        for parent in ("", *storages)
    }
    for path in paths:
        siblings = children[path.rpartition("/")[0]] if path else [path]
        after = siblings[siblings.index(path) + 1 :]
        inner = children.get(path, [])
        kind = 5 if not path else 1 if path in storages else 2
        yield path, kind, paths.index(after[0]) if after else FREE, paths.index(inner[0]) if inner else FREE


def entry(path, kind, right, child, starts, sizes):
    """One row of the directory."""
    name = (path.rpartition("/")[2] or "Root Entry").encode("utf-16-le")
    place = starts.get(path, 0), sizes.get(path, 0)
    return struct.pack("<64sHBBIII16s20xIQ", name, len(name) + 2, kind, 1, FREE, right, child, b"", *place)
