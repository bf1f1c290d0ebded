"""The review pages on this machine's own address, where they can be edited: `bodojaryo serve`."""
