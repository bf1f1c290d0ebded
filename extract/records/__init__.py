"""The record builders: what a `Reading` says, as the contract's records."""
