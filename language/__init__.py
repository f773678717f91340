"""The Danish language engine: words, sentences, entities and vectors.

Importing this package loads nothing. Each module loads what it needs the first time it is
asked, so that a page that never reads Danish never waits for it.
"""
