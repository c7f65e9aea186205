"""Document search the first way that comes to mind: one vector for the beginning of each document, the nearest ones into
the prompt. No words, no passages, no memory across a restart, no doubt."""

import http.client
import json
import os
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from operator import mul
from urllib.parse import urlsplit

PORT = int(os.environ["PORT"])
BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])
API_KEY = os.environ["OPENAI_API_KEY"]
CHARACTERS = 500
NEAREST = 5

documents = {}  # id -> (document, vector)
lock = threading.Lock()


def post(path, body):
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port)
    try:
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
        connection.request("POST", BASE_URL.path + path, json.dumps(body), headers)
        response = connection.getresponse()
        payload = response.read()
        if response.status != 200:
            raise RuntimeError(f"the model answered {response.status}")
        return json.loads(payload)
    finally:
        connection.close()


def embed(texts):
    return [entry["embedding"] for entry in post("/embeddings", {"model": "sim-embed-small", "input": texts})["data"]]


def store(upsert, delete):
    vectors = embed([document["body"][:CHARACTERS] for document in upsert]) if upsert else []
    with lock:
        for document, vector in zip(upsert, vectors):
            documents[document["id"]] = (document, vector)
        for document in delete:
            documents.pop(document, None)


def search(query, k):
    wanted = embed([query])[0]
    with lock:
        known = list(documents.values())
    found = [(sum(map(mul, wanted, vector)), document["id"], document) for document, vector in known]
    found.sort(key=lambda hit: (-hit[0], hit[1]))
    return found[:k]


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def citation(answer, nearest):
    """The line or sentence that shares the most words with the answer."""
    pieces = [(d["id"], piece) for d in nearest for piece in re.split(r"(?<=[.!?])\s+|\n+", d["body"]) if piece.strip()]
    document, quote = max(pieces, key=lambda piece: len(words(piece[1]) & words(answer)))
    return {"documentId": document, "quote": quote.strip()}


def answer(request):
    nearest = [document for _, _, document in search(request["question"], NEAREST)]
    context = "\n\n".join(document["body"] for document in nearest)
    prompt = f"Answer the question with this context.\n\nContext:\n{context}\n\nQuestion: {request['question']}"
    said = post("/chat/completions", {"model": "sim-medium", "messages": [{"role": "user", "content": prompt}]})
    text = said["choices"][0]["message"]["content"]
    citations = [citation(text, nearest)]
    return {"id": request["id"], "answer": text, "citations": citations, "abstained": False}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply(200 if self.path == "/healthz" else 404, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            if self.path == "/documents":
                store(request.get("upsert", []), request.get("delete", []))
                self.reply(200, {})
            elif self.path == "/search":
                found = search(request["query"], request["k"])
                self.reply(200, {"results": [{"id": document, "score": score} for score, document, _ in found]})
            else:
                self.reply(200, answer(request))
        except Exception as error:
            self.reply(500, {"error": str(error)})

    def reply(self, status, document):
        payload = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


if __name__ == "__main__":
    Server(("127.0.0.1", PORT), Handler).serve_forever()
