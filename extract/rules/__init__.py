"""The rulebooks, by kind."""
