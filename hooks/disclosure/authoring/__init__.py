"""What helps editors write: JSON Schema for completion and checking while typing, and the field reference."""
