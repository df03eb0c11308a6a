#!/usr/bin/env python3
"""Holds a JSON heads-up against the two folders that were walked.

Reads both folders by means that share no code with the checker, derives what is new, updated, localised, moved, removed, broke
and fixed, and prints every change on which the two disagree. Needs nothing but Python 3.11.

    changes.py BEFORE AFTER START HEADS-UP
"""

import json
import os
import re
import sys
from collections import Counter
from urllib.parse import unquote, urlsplit

import compare

DOCUMENT = re.compile(r"\.(pptx?|docx?|xlsx?|csv|pdf|zip|mp4|mov|wmv)$", re.I)
GENERIC = re.compile(r"(index|default|home|readme|overview|document|presentation|guide|deck|template|download|file|image|untitled|agenda|faq|toc)$", re.I)  # fmt: skip
NOISE = re.compile(r"Views:\s*[\d,.]+|Comments \(\d+\)|(?:Error|Correlation|Activity) ID[\s#:]*[0-9a-f-]{8,}", re.I)


class Text(compare.HTMLParser):
    """What a person reads of a page, its title, and whether it is named at all."""

    CDATA_CONTENT_ELEMENTS = compare.RAW_TEXT

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.pieces, self.title, self.heading = [], "", ""
        self.tag, self.templates, self.in_heading = None, 0, False
        self.feed(markup)
        self.close()
        self.text = NOISE.sub("", re.sub(r"\s+", " ", " ".join(piece.strip() for piece in self.pieces)))

    def handle_starttag(self, tag, attrs):
        self.tag = tag if tag in compare.RAW_TEXT else None
        self.templates += tag == "template"
        self.in_heading = self.in_heading or tag == "h1"

    def handle_endtag(self, tag):
        self.tag = None
        self.templates -= tag == "template"
        self.in_heading = self.in_heading and tag != "h1"

    def handle_data(self, data):
        if self.templates > 0 or (self.tag is not None and self.tag not in ("title", "textarea")) or not data.strip():
            return
        self.pieces.append(data)
        self.title += data if self.tag == "title" else ""
        self.heading += data if self.in_heading else ""


class Run:
    """One folder as a walk sees it."""

    def __init__(self, folder, start):
        self.folder = folder.rstrip("/")
        self.status, redirects, anchors, edges = compare.walk(self.folder, start)
        self.redirects = set(redirects)
        self.leads = {}
        for page, target, _ in edges:
            self.leads.setdefault(page, set()).add(target)
        self.leads.update({url: {target} for url, target in redirects.items()})
        self.state = {url: self.state_of(url, redirects) for url in self.status}
        self.content, self.alternates = {}, {}
        for url in self.status:
            if self.state[url] == "opens" and url not in self.redirects:
                self.content[url] = self.content_of(url, url in anchors)

    def state_of(self, url, redirects):
        code = self.status[redirects.get(url, url)]
        return "unknown" if code is None else "opens" if code == 200 else "broken"

    def content_of(self, url, is_page):
        """What a change of is announced; `None` for what nobody announces."""
        _, file = compare.look_up(self.folder, url)
        if DOCUMENT.search(urlsplit(url).path):
            return str((os.stat(file).st_mtime_ns // 10**9, os.stat(file).st_size))
        if not is_page or url.endswith(".css"):
            return None
        with open(file, "rb") as opened:
            markup = compare.decode(opened.read())
        read = Text(markup)
        self.alternates[url] = re.findall(r'<link rel="alternate" hreflang="\w+" href="([^"]+)"', markup)
        is_navigation = re.search(r"/toc\.(html|json)$", url)
        return None if is_navigation or not (read.title.strip() or read.heading.strip()) else read.text

    def opens(self, url):
        """It opens by itself, and is something to announce."""
        return self.content.get(url) is not None


def hidden(own, other):
    """What the other run may have missed only because it could not read the pages that lead there."""
    lost = [url for url in own.leads if own.state[url] == "opens" and other.state.get(url, "opens") != "opens"]
    found = set()
    while lost:
        for url in own.leads.get(lost.pop(), ()):
            if url not in other.status and url not in found:
                found.add(url)
                lost.append(url)
    return found


def moved(before, after, gone, arrived):
    """Pairs of one content, else of one file name, where nothing else could be meant."""
    pairs = {}
    for key in (lambda run, url: run.content[url], lambda _, url: file_name(url)):
        usual = [Counter(key(run, url) for url, content in run.content.items() if content is not None) for run in (before, after)]
        waiting = {key(before, url): url for url in gone if url not in pairs}
        for url in arrived:
            name = key(after, url)
            if name and name in waiting and url not in pairs.values() and max(count[name] for count in usual) == 1:
                pairs[waiting[name]] = url
    return pairs


def file_name(url):
    name = unquote(os.path.basename(urlsplit(url).path))
    stem = os.path.splitext(name)[0]
    return name.lower() if len(stem) >= 8 and re.search("[a-z]{3}", stem, re.I) and not GENERIC.match(stem) else ""


def twin_of(run, url):
    """The address of the same page in the other language, by the folder or by what the page says."""
    other = url.replace("/ja/", "/en/", 1) if "/ja/" in url else url.replace("/en/", "/ja/", 1)
    named = [compare.identify(url, href)[0] for href in run.alternates.get(url, ())]
    return next((each for each in [other, *named] if each != url and run.opens(each)), None)


def derive(before, after):
    """The changes as (kind, previous address, address)."""
    unread, unseen = hidden(before, after), hidden(after, before)
    absent = {url for url in before.status if url not in after.status and url not in unread}
    gone = {url for url in before.content if before.opens(url) and (url in absent or after.state.get(url) == "broken")}
    arrived = {url for url in after.content if after.opens(url) and url not in before.status}
    moves = moved(before, after, sorted(gone), sorted(arrived))
    news = sorted(arrived - set(moves.values()) - unseen)
    for url in news:
        twin = twin_of(after, url)
        yield ("localised" if twin in before.status else "new", None, url)
    for old, new in moves.items():
        yield ("moved", old, new)
    for url in sorted(set(before.content) & set(after.content)):
        if before.opens(url) and after.opens(url) and before.content[url] != after.content[url]:
            yield ("updated", None, url)
    for url in sorted(absent - set(moves)):
        if before.opens(url):
            yield ("removed", None, url)
        elif before.state[url] == "broken":
            yield ("fixed", None, url)
    for url, state in after.state.items():
        was = before.state.get(url)
        if state == "broken" and url not in moves and (was == "opens" or (was is None and url not in unseen)):
            yield ("broke", None, url)
        if state == "opens" and was == "broken":
            yield ("fixed", None, url)


def joined(changes, before, after):
    """One content at several addresses is one change, told of the first."""
    first = {}
    for kind, old, url in sorted(changes, key=lambda change: change[2]):
        known = (before.content.get(old or url), after.content.get(url)) if kind in ("new", "updated", "localised") else url
        first.setdefault((kind, known), (kind, old, url))
    return set(first.values())


def main(one, other, start, path):
    with open(path, encoding="utf-8") as opened:
        heads_up = json.load(opened)
    before, after = Run(one, start), Run(other, start)
    theirs = joined(derive(before, after), before, after)
    ours = {(change["kind"], previous(change), change["url"]) for change in heads_up["changes"]}
    print("heads-up:", dict(Counter(kind for kind, _, _ in ours)))
    print("folders: ", dict(Counter(kind for kind, _, _ in theirs)))
    for name, difference in (("only in the heads-up", ours - theirs), ("only from the folders", theirs - ours)):
        for change in sorted(difference, key=str):
            print(f"  {name}:", *change)
    return 0 if ours == theirs else 1


def previous(change):
    return change["previousUrl"] if change["kind"] == "moved" else None


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
