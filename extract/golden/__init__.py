"""Records against golden files: what changed, how well the two agree, and blessing what is right."""
