"""The workshop (fremtidsværksted): what people wrote on a wall, by theme and on three levels."""
