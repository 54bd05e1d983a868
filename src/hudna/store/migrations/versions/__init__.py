"""One file a revision, `vNNNN_words.py`; never edited once released."""
