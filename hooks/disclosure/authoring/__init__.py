"""What helps editors write: new files to fill in, JSON Schema for completion and checking while typing, the field reference."""
