#!/usr/bin/env python3
"""Makes words.txt and common-words.txt from SCOWL (Debian package `scowl`).

    apt-get install scowl && python3 rules/en/lexicon/make_words.py

SCOWL sorts its lists by how common a word is, from 10 (the commonest thousands) to 95; Debian's `wamerican`
and `wbritish` go up to 50. Only words in lower case are kept: a name is no entry.
"""
import pathlib

SCOWL = pathlib.Path("/usr/share/dict/scowl")
HERE = pathlib.Path(__file__).parent
KINDS = ("english-words", "american-words", "british-words", "british_z-words", "english-contractions")
HEADER = """# {title}
# Source: SCOWL 2020.12.07 by Kevin Atkinson, sizes up to {size}, American and British spelling; see LICENSE-SCOWL.
# Made by make_words.py.
"""


def words(size):
    found = set()
    for kind in KINDS:
        for level in (10, 20, 35, 40, 50):
            path = SCOWL / f"{kind}.{level}"
            if level <= size and path.exists():
                found.update(path.read_text(encoding="latin-1").split())
    return sorted((w for w in found if w == w.lower() and "'" not in w), key=lambda w: w.encode())


def write(name, title, size):
    lines = words(size)
    (HERE / name).write_text(HEADER.format(title=title, size=size) + "\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(lines))


write("words.txt", "Words of English, in lower case.", 50)
write("common-words.txt", "The commonest words of English, in lower case.", 20)
