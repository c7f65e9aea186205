"""A search and question service over a company's documents. It answers; making the answers right is your task.

Only the standard library. Everything the service is told comes from five environment variables.
"""

import http.client
import json
import os
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PORT = int(os.environ["PORT"])
BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])  # ends in /v1
API_KEY = os.environ["OPENAI_API_KEY"]
# LAB_DATA_DIR is read-only; models.json in it names the models and what they cost. LAB_STATE_DIR is a folder that you may
# write to; it is still there after a restart, and this code does not use it yet.
MODEL = "sim-medium"

documents = {}  # id -> {"id", "title", "body", "updatedAt"}, in memory only
lock = threading.Lock()


def words(text):
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def store(upsert, delete):
    with lock:
        for document in upsert:
            documents[document["id"]] = document
        # What should happen to the ids in `delete`?


def search(query, k):
    """Documents that share the most words with the query. No weights, no notion of length or meaning."""
    wanted = words(query)
    with lock:
        found = [(len(wanted & words(d["title"] + " " + d["body"])), d["id"]) for d in documents.values()]
    found.sort(reverse=True)
    return [{"id": document, "score": score} for score, document in found[:k]]


def complete(prompt):
    """One plain call to the model; returns its answer. What happens when the model is limited or fails?"""
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port)
    try:
        body = {"model": MODEL, "messages": [{"role": "user", "content": prompt}]}
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
        connection.request("POST", BASE_URL.path + "/chat/completions", json.dumps(body), headers)
        response = connection.getresponse()
        payload = response.read()
        if response.status != 200:
            raise RuntimeError(f"the model answered {response.status}")
        return json.loads(payload)["choices"][0]["message"]["content"]
    finally:
        connection.close()


def answer(request):
    """Puts the best document into the prompt and hands out what the model says, as if it were always right."""
    best = search(request["question"], 1)
    text = "\n\n".join(documents[hit["id"]]["body"][:1500] for hit in best)
    said = complete(f"{text}\n\nQuestion: {request['question']}")
    # A citation says which document supports the answer, with a quote that stands in it word for word.
    return {"id": request["id"], "answer": said, "citations": [], "abstained": False}


class Handler(BaseHTTPRequestHandler):
    """The HTTP side. Each request runs in a thread of its own."""

    def do_GET(self):
        self.reply(200 if self.path == "/healthz" else 404, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            if self.path == "/documents":
                store(request.get("upsert", []), request.get("delete", []))
                self.reply(200, {})
            elif self.path == "/search":
                self.reply(200, {"results": search(request["query"], request["k"])})
            elif self.path == "/answer":
                self.reply(200, answer(request))
            else:
                self.reply(404, {})
        except Exception as error:  # too broad: a caller can do nothing with this
            self.reply(503, {"error": str(error)})

    def reply(self, status, document):
        payload = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        """Keeps the log quiet. What you print goes to the run's log."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # callers who arrive together must not be refused


if __name__ == "__main__":
    Server(("127.0.0.1", PORT), Handler).serve_forever()
