"""`python -m extract` is `bodojaryo`."""

from extract.cli import main

main(prog_name="bodojaryo")
