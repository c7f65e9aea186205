"""The documents on disk and in an inverted index of passages. No vectors: words only, and the words of several wordings."""

import json
import math
import os
import re
import threading
from collections import defaultdict

K1, B = 0.9, 0.4
FUSION = 20
DEPTH = 40
WORDS = 70
STOP = set(
    "a an and are as at be been by can could did do does for from had has have how i if in into is it its may must of on or "
    "our shall should so than that the their them then there these they this those to until was we were what when where "
    "which who whom whose will with would you your".split()
)


def stem(word):
    for ending in ("ingly", "edly", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def terms(text):
    """Words without endings; a code such as NB-2210 is a term beside its parts."""
    found = []
    for word in re.findall(r"[^\W_]+(?:[-_./][^\W_]+)*", text.lower()):
        parts = re.split(r"[-_./]", word)
        if len(parts) > 1:
            found.append(word)
        found.extend(stem(part) for part in parts if part not in STOP)
    return found


def is_row(line):
    return line.count("|") >= 2 or "\t" in line


def passages_of(body):
    """Paragraphs, joined or cut to about WORDS words; tables in groups of rows that each repeat the header."""
    passages, current, heading = [], [], ""
    for block in re.split(r"\n\s*\n", body):
        lines = [line for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if sum(map(is_row, lines)) >= 2:
            first = next(i for i, line in enumerate(lines) if is_row(line))
            rows = [row for row in lines[first + 1 :] if not re.fullmatch(r"[\s|:+=-]+", row)]
            head = lines[: first + 1]
            passages += ["\n".join(head + rows[i : i + 6]) for i in range(0, len(rows), 6)]
            continue
        if len(lines) == 1 and (lines[0].startswith("#") or len(lines[0].split()) <= 8 and lines[0][-1] not in ".!?;,"):
            heading = lines[0].lstrip("# ")
            continue
        pieces = re.split(r"(?<=[.!?])\s+(?=[A-Z\d\"“(])|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)", "\n".join(lines))
        if heading:
            pieces[0], heading = heading + "\n" + pieces[0], ""
        for piece in pieces:
            if current and sum(len(text.split()) for text in current) + len(piece.split()) > WORDS:
                passages.append("\n".join(current))
                current = []
            current.append(piece)
    if current:
        passages.append("\n".join(current))
    return passages or [body]


class Passage:
    __slots__ = ("document", "text", "counts", "length")

    def __init__(self, document, text):
        self.document, self.text = document, text
        self.counts = defaultdict(int)
        for term in terms(document["title"] + " " + text):
            self.counts[term] += 1
        self.length = sum(self.counts.values())


class Corpus:
    def __init__(self, folder):
        self._path = os.path.join(folder, "documents.ndjson")
        self._lock = threading.RLock()
        self._passages = {}  # document id -> its passages
        self._postings = defaultdict(set)
        self._length = self._count = 0
        if os.path.exists(self._path):
            with open(self._path, encoding="utf-8") as file:
                for line in file:
                    if line.endswith("\n"):
                        self._index(json.loads(line))
        self._journal = open(self._path, "a", encoding="utf-8")

    def apply(self, batch):
        """On disk when this returns, and found from then on."""
        with self._lock:
            self._journal.write(json.dumps(batch) + "\n")
            self._journal.flush()
            os.fsync(self._journal.fileno())
            self._index(batch)

    def body(self, document):
        passages = self._passages.get(document)
        return passages[0].document["body"] if passages else None

    def search(self, queries):
        """Passages with scores, best first: a ranking by BM25 for each wording, fused by reciprocal rank."""
        fused = defaultdict(float)
        with self._lock:
            for query in queries:
                for rank, passage in enumerate(self._ranking(query)):
                    fused[passage] += 1 / (FUSION + rank + 1)
        return sorted(fused.items(), key=lambda hit: (-hit[1], hit[0].document["id"], hit[0].text))

    def _ranking(self, query):
        scores = defaultdict(float)
        average = self._length / max(1, self._count)
        for term in set(terms(query)):
            there = self._postings.get(term, ())
            rarity = math.log(1 + (self._count - len(there) + 0.5) / (len(there) + 0.5))
            for passage in there:
                count = passage.counts[term]
                scores[passage] += rarity * count / (count + K1 * (1 - B + B * passage.length / average))
        return sorted(scores, key=lambda passage: (-scores[passage], passage.document["id"], passage.text))[:DEPTH]

    def _index(self, batch):
        for document in batch.get("upsert", []):
            self._remove(document["id"])
            self._passages[document["id"]] = [Passage(document, text) for text in passages_of(document["body"])]
            for passage in self._passages[document["id"]]:
                self._length += passage.length
                self._count += 1
                for term in passage.counts:
                    self._postings[term].add(passage)
        for document in batch.get("delete", []):
            self._remove(document)

    def _remove(self, document):
        for passage in self._passages.pop(document, ()):
            self._length -= passage.length
            self._count -= 1
            for term in passage.counts:
                self._postings[term].discard(passage)
