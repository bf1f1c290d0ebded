"""A round of coverage-guided fuzzing over all parsers: `python -m tests.fuzz.atheris_round SECONDS [FOLDER]`.

Starts from the samples; inside packages and HWP documents it is the markup and the records that are changed. A fault
(anything but a document or a ParseError, more than ten seconds, more than 700 MB) leaves its input in FOLDER and ends
the round with exit code 77 or so; without atheris the round is skipped with exit code 0.
"""

import io
import random
import sys
import tempfile
import zipfile
import zlib
from importlib import import_module
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: nothing was fuzzed" if "--must" in sys.argv else 0)

with atheris.instrument_imports(include=["parsers"]):
    import parsers

    for name in parsers.PARSERS.values():
        import_module(name)

from tests.compound import compound
from tests.conftest import SAMPLES
from tests.fuzz.mutations import check, hwp_streams
from tests.hwp5 import pack
from tests.office import zipped

MAX_SIZE = 200_000


def one_input(data):
    """What libFuzzer calls."""
    check(data)


def mutate(data, max_size, seed):
    """Change a member of a package, a section of an HWP document, or the bytes themselves."""
    chance = random.Random(seed)
    try:
        if chance.random() < 0.9 and data.startswith(b"PK\x03\x04"):
            return mutate_package(data, max_size, chance)
        if chance.random() < 0.9 and data.startswith(b"\xd0\xcf\x11\xe0"):
            return mutate_hwp(data, max_size)
    except Exception:
        # What cannot be taken apart any more is changed as bytes.
        return atheris.Mutate(data, max_size)
    return atheris.Mutate(data, max_size)


def mutate_package(data, max_size, chance):
    """One member's bytes changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()[:50]}
    name = chance.choice(sorted(members))
    members[name] = atheris.Mutate(members[name], max_size)
    return zipped(members)


def mutate_hwp(data, max_size):
    """The first section's records changed."""
    streams = hwp_streams(data)
    section = zlib.decompressobj(-15).decompress(streams["BodyText/Section0"], max_size)
    return compound(streams | {"BodyText/Section0": pack(atheris.Mutate(section, max_size))})


def main(seconds="60", folder="."):
    """Fuzz for so many seconds; inputs of faults go to the folder."""
    with tempfile.TemporaryDirectory() as corpus:
        for path in SAMPLES.rglob("*"):
            if path.is_file() and not path.name.endswith(".gold.json"):
                Path(corpus, path.name).write_bytes(path.read_bytes())
        options = ["-seed=6", f"-max_total_time={seconds}", f"-max_len={MAX_SIZE}", "-timeout=10", "-rss_limit_mb=700"]
        options += [f"-artifact_prefix={Path(folder).resolve()}/", "-print_final_stats=1", "-verbosity=0", corpus]
        atheris.Setup([sys.argv[0], *options], one_input, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*[argument for argument in sys.argv[1:] if argument != "--must"])
