#!/usr/bin/env python3
"""Edits a folder of documentation as its authors would between two nights, so that two walks of it can be compared.

The folder holds the documentation in `en`; pages in Japanese are put beside it in `ja`. What becomes of which page follows from
the seed alone. Prints what was done.

    edit.py FOLDER START [SEED]
"""

import os
import random
import re
import sys
from urllib.parse import unquote, urljoin, urlsplit

import compare

EACH = 8  # pages for each kind of edit
HREF = re.compile(r"""(<(?:a|link)\b[^>]*?\bhref\s*=\s*)(["'])([^"'#?]*)([^"']*)\2""", re.I)


class Tree:
    """A folder of pages by path."""

    def __init__(self, folder, start):
        self.folder = folder
        status, _, anchors, edges = compare.walk(folder, start)
        self.start = path_of(start)
        self.broken = sorted({path_of(url) for url, code in status.items() if code == 404 and url.endswith(".html")})
        self.sources = {}
        for page, target, _ in edges:
            self.sources.setdefault(path_of(target), set()).add(path_of(page))
        self.pages = sorted(path_of(url) for url in anchors if url.endswith(".html") and self.is_usual(url))

    def is_usual(self, url):
        """Long enough to be like no other, and not the only way to anything: who removes a chapter's list removes the chapter."""
        path = path_of(url)
        size = len(re.sub("<[^>]*>|\\s", "", self.read(path)))
        return 2000 < size < 60_000 and "index" not in path and len(self.sources.get(path, ())) > 1

    def file(self, path):
        return self.folder + path

    def read(self, path):
        with open(self.file(path), encoding="utf-8", errors="surrogateescape") as opened:
            return opened.read()

    def write(self, path, text):
        os.makedirs(os.path.dirname(self.file(path)), exist_ok=True)
        with open(self.file(path), "w", encoding="utf-8", errors="surrogateescape") as opened:
            opened.write(text)

    def relink(self, old, new):
        """Lets every link to a page lead elsewhere; nowhere, keeping its words, if there is no new place."""
        for source in self.sources.get(old, ()):
            if not os.path.isfile(self.file(source)):
                continue

            def renew(found, source=source):
                if unquote(urlsplit(urljoin(f"http://host{source}", found[3])).path) != old or found[3] == "":
                    return found[0]
                return found[0].split()[0] if new is None else f'{found[1]}"{new}{found[4]}"'

            self.write(source, HREF.sub(renew, self.read(source)))


def path_of(url):
    return unquote(urlsplit(url).path)


def insert(text, markup):
    """Before the end of the body, or at the end."""
    at = text.lower().rfind("</body>")
    return text + markup if at < 0 else text[:at] + markup + text[at:]


def page(title, body, language="en", head=""):
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><h1>{title}</h1><p>{body}</p></body></html>"
    )


def change_content(tree, path):
    tree.write(path, insert(tree.read(path), f"<p>This paragraph was added to {path}.</p>"))


def change_dates(tree, path):
    tree.write(path, insert(tree.read(path), "\n\n <!-- Generated at 2026-11-22T18:00:00Z -->\n"))


def rename(tree, path):
    new = re.sub(r"\.html$", "-by-another-name.html", path)
    os.rename(tree.file(path), tree.file(new))
    tree.relink(path, new)


def move_silently(tree, path):
    """The old links stay; a list names the new place."""
    new = f"/en/archive/{os.path.basename(path)}"
    text = HREF.sub(lambda found: f"{found[1]}{found[2]}{urljoin(path, found[3])}{found[4]}{found[2]}", tree.read(path))
    os.remove(tree.file(path))
    tree.write(new, re.sub(r"(src|href)=([\"'])(?![/#]|[a-z]+:)", rf"\1=\2{os.path.dirname(path)}/", text))
    link_from_start(tree, new)


def remove(tree, path):
    os.remove(tree.file(path))
    tree.relink(path, None)


def lose(tree, path):
    os.remove(tree.file(path))


def translate(tree, path):
    new = path.replace("/en/", "/ja/", 1)
    tree.write(new, page(f"{os.path.basename(path)} の日本語版", f"{path} を翻訳したページです。", "ja"))
    link_from_start(tree, new)


def translate_elsewhere(tree, path):
    new = f"/nihongo/{abs(hash_of(path))}.html"
    head = f'<link rel="alternate" hreflang="en" href="{path}">'
    tree.write(new, page(f"翻訳 {os.path.basename(path)}", f"{path} を別の場所で翻訳したページです。", "ja", head))
    link_from_start(tree, new)


def hash_of(text):
    return sum(ord(character) * 31**place % 1_000_003 for place, character in enumerate(text))


def link_from_start(tree, path):
    tree.write(tree.start, insert(tree.read(tree.start), f'<p><a href="{path}">See {path}</a></p>'))


def add(tree, number):
    path = f"/en/added/brand-new-page-{number}.html"
    tree.write(path, page(f"Brand new page {number}", f"Nothing was known of number {number} before."))
    link_from_start(tree, path)


def main(folder, start, seed="1"):
    tree = Tree(folder.rstrip("/"), start)
    chance = random.Random(seed)
    pages = chance.sample(tree.pages, min(len(tree.pages), 8 * EACH))
    kinds = [change_content, change_dates, rename, move_silently, remove, lose, translate, translate_elsewhere]
    for place, path in enumerate(pages):
        kind = kinds[place % len(kinds)]
        kind(tree, path)
        print(kind.__name__, path)
    for number in range(EACH):
        add(tree, number)
        print("add", number)
    repaired = [path for path in tree.broken if path.startswith("/en/")]
    for path in chance.sample(repaired, min(len(repaired), EACH)):
        tree.write(path, page(f"Found again {path}", f"The page {path} is back."))
        print("repair", path)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
