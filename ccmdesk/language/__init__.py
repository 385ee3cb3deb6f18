"""What a note says: phrase packs, grammar, dates and ordinals in six languages."""
