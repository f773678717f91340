"""The layers that find people's names."""
