#!/usr/bin/env python3
"""Holds a JSON report against the files it was made from.

Reads the folder a plain server serves, follows the same links by means that share no code with the checker (Python's
own HTML parser and URL functions), and prints every URL on which the two disagree. Needs nothing but Python 3.11.

    compare.py FOLDER START REPORT
"""

import json
import os
import re
import sys
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

RAW_TEXT = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
ATTRIBUTES = {
    "a": "href", "area": "href", "img": "src", "image": "src", "source": "src", "script": "src", "iframe": "src",
    "frame": "src", "video": "src poster", "audio": "src", "track": "src", "embed": "src", "object": "data",
    "input": "formaction", "button": "formaction", "form": "action", "body": "background", "blockquote": "cite", "q": "cite",
    "ins": "cite", "del": "cite", "link": "href",
}  # fmt: skip
FORMS = {("form", "action"), ("input", "formaction"), ("button", "formaction")}
MACHINES_ONLY = set("preconnect dns-prefetch prefetch prerender pingback webmention profile edituri expect".split())
SOCIAL = re.compile(r"(og:(url|(image|video|audio)(:url|:secure_url)?)|twitter:(image(:src)?|url))$", re.I)
BLANKS = " \t\n\f\r"
AUTHORS_OWN = "file:"  # the status of a file on its author's computer: never asked for, and broken for everybody else


class Links(HTMLParser):
    """The links of a page as (href, is a form's), its anchors, and what its links are relative to."""

    CDATA_CONTENT_ELEMENTS = RAW_TEXT

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.found, self.anchors, self.base = [], set(), None
        self.templates = self.foreign = 0
        self.raw = None
        self.feed(markup)
        self.close()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if self.foreign:  # HTML knows no empty elements but its own
            self.handle_endtag(tag)
        elif tag in RAW_TEXT:
            self.set_cdata_mode(tag)

    def handle_starttag(self, tag, attrs):
        values = {}
        for name, value in attrs:
            values.setdefault(name, value or "")
        if tag in ("svg", "math"):
            self.foreign += 1
        if tag == "template":
            self.templates += 1
        self.raw = tag if tag in RAW_TEXT else None
        if self.templates:
            return
        for anchor in (values.get("id"), values.get("name") if tag in ("a", "map") else None):
            if anchor:
                self.anchors |= {anchor, unquote(anchor)}
        if tag == "base" and self.base is None:
            self.base = values.get("href")
        self.found += urls_of_css(values.get("style", ""))
        self.collect(tag, values)

    def handle_endtag(self, tag):
        self.raw = None
        if tag in ("svg", "math"):
            self.foreign = max(0, self.foreign - 1)
        if tag == "template":
            self.templates = max(0, self.templates - 1)

    def handle_data(self, data):
        if self.raw == "style" and not self.templates:
            self.found += urls_of_css(data)

    def collect(self, tag, values):
        if tag == "meta":
            self.found += urls_of_meta(values)
            return
        if tag == "link":
            relations = values.get("rel", "").lower().split()
            if MACHINES_ONLY & set(relations) and not {"stylesheet", "alternate", "canonical", "icon"} & set(relations):
                return
        for name in ATTRIBUTES.get(tag, "").split():
            href = values.get(name)
            # An empty `href` of an anchor is the page itself; empty elsewhere, there is nothing to ask for.
            if href is not None and (tag in ("a", "area") or href.strip()):
                self.found.append((href, (tag, name) in FORMS))
        if self.foreign and tag in ("a", "use", "image", "script"):
            href = values.get("xlink:href", values.get("href") if tag != "a" else None)
            if href and not (tag == "a" and "href" in values):
                self.found.append((href, False))
        if tag in ("img", "source"):
            self.found += [(entry.split()[0], False) for entry in values.get("srcset", "").split(", ") if entry.strip()]
        if tag == "input" and values.get("type", "").lower() == "image" and values.get("src", "").strip():
            self.found.append((values["src"], False))


def urls_of_meta(values):
    content = values.get("content", "").strip()
    if values.get("http-equiv", "").lower() == "refresh":
        match = re.match(r"[\d.]+\s*[;,]\s*(?:url\s*=\s*)?(.+)", content, re.I | re.S)
        return [(match[1].strip("'\""), False)] if match else []
    return [(content, False)] if content and SOCIAL.match(values.get("property", values.get("name", ""))) else []


def urls_of_css(css):
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    quoted = re.findall(r"(?:@import\s*|(?<![\w-])url\(\s*)([\"'])(.*?)\1", css, re.S)
    bare = re.findall(r"(?<![\w-])url\(\s*([^\s\"'()]+)\s*\)", css)
    return [(href, False) for href in [href for _, href in quoted] + bare if href]


def decode(body):
    """By byte order mark, declaration, UTF-8 if it is that, else as Windows' Western code page."""
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:].decode("utf-8", "replace")
    declared = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", body[:1024], re.I)
    names = [declared[1].decode()] if declared else ["utf-8"]
    names = ["cp1252" if re.match("iso-8859-1$|latin-?1$|us-ascii$", name, re.I) else name for name in names]
    for name in [*names, "cp1252"]:
        try:
            return body.decode(name)
        except (LookupError, UnicodeDecodeError):
            if declared and name != "cp1252":
                return body.decode(name, "replace") if name.lower() == "utf-8" else body.decode("cp1252", "replace")
    return body.decode("latin-1")


def identify(base, href):
    """The absolute URL without its fragment, and the fragment; no URL where there is nothing to request or to complain of."""
    href, _, fragment = re.sub(r"[\t\n\r]", "", href.strip(BLANKS + "\0")).partition("#")
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", href, re.I)
    if scheme and scheme[1].lower() == "file":
        return href, ""
    if scheme and scheme[1].lower() not in ("http", "https"):
        return None, None
    try:
        joined = join(base, href)
        parts = urlsplit(joined)
        host = parts.hostname.encode("idna").decode()
        port = "" if parts.port in (None, {"http": 80, "https": 443}[parts.scheme]) else f":{parts.port}"
    except (ValueError, UnicodeError, AttributeError):
        return None, None
    path = re.sub("%[0-9a-fA-F]{2}", normalise, quote(parts.path or "/", safe="%/:@!$&'()*+,;=~[]|^"))
    query = re.sub("%[0-9a-fA-F]{2}", normalise, quote(parts.query, safe="%/:@!$&()*+,;=~?[]|\\^`{}"))
    mark = "?" if "?" in joined else ""
    return f"{parts.scheme}://{host}{port}{remove_dots(path)}{mark}{query}", unquote(fragment)


def join(base, href):
    """As browsers do; Python's `urljoin` drops empty segments and knows no backslashes."""
    path, mark, query = href.partition("?")
    path = path.replace("\\", "/")
    scheme, authority, folder = re.match(r"(https?)://([^/?]*)([^?]*)", base, re.I).groups()
    absolute = re.match(r"(https?):(/*)(.*)", path, re.I | re.S)
    if absolute and (absolute[2].startswith("//") or absolute[1].lower() != scheme.lower()):
        return f"{absolute[1]}://{absolute[3]}{mark}{query}"
    path = absolute[2] + absolute[3] if absolute else path
    if path.startswith("//"):
        return f"{scheme}:{path}{mark}{query}"
    if path == "":
        return base.partition("?")[0] + mark + query if mark else base
    return f"{scheme}://{authority}{path if path.startswith('/') else folder[: folder.rfind('/') + 1] + path}{mark}{query}"


def normalise(escape):
    character = chr(int(escape[0][1:], 16))
    return character if re.match(r"[A-Za-z0-9._~-]", character) else escape[0].upper()


def remove_dots(path):
    kept = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if path.endswith(("/..", "/.")):
        kept.append("")
    return "/" + "/".join(kept)


def look_up(folder, url):
    """What a plain server answers: a status, and the file or the place it redirects to."""
    path = unquote_to_bytes(urlsplit(url).path).decode("utf-8", "surrogateescape")
    file = folder + os.path.normpath("/" + re.sub("/+", "/", path))
    if "\0" in path or re.search("%(?![0-9a-fA-F]{2})", urlsplit(url).path):
        return 400, None
    if os.path.isdir(file):
        if not path.endswith("/"):
            return 301, url.replace(urlsplit(url).path, urlsplit(url).path + "/", 1)
        index = os.path.join(file, "index.html")
        return (200, index) if os.path.isfile(index) else (403, None)
    return (200, file) if os.path.isfile(file) and not path.endswith("/") else (404, None)


def walk(folder, start):
    """Statuses by URL, `None` for those not asked; anchors by page; links as (page, URL, fragment)."""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(start))
    status, redirects, anchors, edges, waiting = {}, {}, {}, [], [start]
    while waiting:
        url = waiting.pop()
        if url in status:
            continue
        if not url.startswith(origin + "/"):
            status[url] = AUTHORS_OWN if url.startswith("file:") else None
            continue
        status[url], found = look_up(folder, url)
        if status[url] == 301:
            redirects[url] = found
            waiting.append(found)
        elif found is not None:
            for target, fragment, is_form in links_of(url, found, anchors):
                edges.append((url, target, fragment))
                if not is_form:
                    waiting.append(target)
    for _, target, _ in edges:
        status.setdefault(target, None)  # forms alone lead there
    return status, redirects, anchors, edges


def links_of(url, file, anchors):
    ending = os.path.splitext(file)[1].lower()
    if ending not in (".html", ".htm", ".shtml", ".css", ".xhtml"):
        return
    with open(file, "rb") as opened:
        text = decode(opened.read())
    base, found = url, None
    if ending == ".css":
        found = urls_of_css(text)
    else:
        page = Links(text)
        anchors[url], found = page.anchors, page.found
        base = join(url, page.base.strip()) if page.base is not None else url
    for href, is_form in found:
        target, fragment = identify(base, href)
        if target is not None:
            yield target, fragment, is_form


def missing_fragments(redirects, anchors, edges):
    missing = set()
    for _, target, fragment in edges:
        place = (fragment or "").split(":~:")[0]
        page = redirects.get(target, target)
        if place == "" or place[0] in "!/" or place.lower() == "top" or page not in anchors:
            continue
        if place not in anchors[page]:
            missing.add(f"{page}#{place}")
    return missing


def uncover(resources, status):
    """Puts values back that the report hides because they look like secrets."""
    known = {resource["url"] for resource in resources}
    for resource in resources:
        if "=REDACTED" in resource["url"]:
            pattern = re.escape(resource["url"]).replace("=REDACTED", "=[^&]*")
            fits = (url for url in status if url not in known and re.fullmatch(pattern, url))
            resource["url"] = next(fits, resource["url"])
            known.add(resource["url"])


def show(title, ours, theirs):
    print(f"{title}: report {len(ours)}, files {len(theirs)}")
    for name, difference in (("only in report", ours - theirs), ("only from files", theirs - ours)):
        for entry in sorted(difference, key=str):
            print(f"  {name}: {entry}")
    return ours == theirs


def main(folder, start, path):
    with open(path, encoding="utf-8") as opened:
        report = json.load(opened)
    status, redirects, anchors, edges = walk(folder.rstrip("/"), start)
    resources = report["resources"] or sys.exit("the report lists no resources: make it with --all")
    uncover(resources, status)
    broken = {f["url"] for f in report["findings"] if f["verdict"] == "broken" and f["rule"] != "missing-fragment"}
    fragments = {f["url"] for f in report["findings"] if f["rule"] == "missing-fragment"}
    answered = {r["url"] for r in resources if r["status"] is not None}
    print("files give:", dict(Counter(str(code) for code in status.values())), len(anchors), "pages", len(edges), "links")
    print("report gives:", {key: report["totals"][key] for key in ("resources", "pages", "links")})
    same = [
        show("URLs", {r["url"] for r in resources}, set(status)),
        show("URLs asked for", answered, {url for url, code in status.items() if code not in (None, AUTHORS_OWN)}),
        show("broken", broken, {url for url, code in status.items() if code in (400, 404, AUTHORS_OWN)}),
        show("missing fragments", fragments, missing_fragments(redirects, anchors, edges)),
    ]
    others = Counter((f["rule"], f["level"]) for f in report["findings"])
    print("findings:", ", ".join(f"{rule} ({level}) {count}" for (rule, level), count in sorted(others.items())))
    return 0 if all(same) else 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
