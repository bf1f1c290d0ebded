"""Where records go besides files: each sink reads the folder that a run wrote."""
