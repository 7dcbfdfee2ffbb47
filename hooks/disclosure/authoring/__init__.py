"""What helps editors write: JSON Schema for completion and checking while typing."""
