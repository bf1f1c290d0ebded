"""Pages on which people check records: the source beside the records, each value tied to its words."""
