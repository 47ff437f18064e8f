"""What is said to people in each language: collected from the code, kept in .po files, checked.

`make messages` renews the files, `python -m tests.messages missing` lists what a translator has to
do, and `make check` wants all of it done. None of it needs GNU gettext.
"""
