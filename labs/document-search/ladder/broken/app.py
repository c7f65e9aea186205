"""Starts, answers, and is mostly wrong: it looks at titles only, deletes nothing, reads whole documents with the weakest
model, cites words that stand nowhere, and serves one caller at a time."""

import http.client
import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlsplit

PORT = int(os.environ["PORT"])
BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])
API_KEY = os.environ["OPENAI_API_KEY"]
DOCUMENTS = 8
CHARACTERS = 20_000  # about what the small model's window holds

documents = {}


def search(query, k):
    wanted = query.split()
    found = [(sum(word in document["title"] for word in wanted), document) for document in documents.values()]
    found.sort(key=lambda hit: -hit[0])
    return found[:k]


def complete(prompt):
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port)
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
    body = {"model": "sim-small", "messages": [{"role": "user", "content": prompt}]}
    connection.request("POST", BASE_URL.path + "/chat/completions", json.dumps(body), headers)
    return json.loads(connection.getresponse().read())["choices"][0]["message"]["content"]


def answer(request):
    found = [document for _, document in search(request["question"], DOCUMENTS)]
    context = "\n".join(document["body"] for document in found)[:CHARACTERS]
    citations = [{"documentId": document["id"], "quote": "see " + document["title"]} for document in found]
    said = complete(context + "\n" + request["question"])
    return {"id": request["id"], "answer": said, "citations": citations, "abstained": False}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply(200, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            if self.path == "/documents":
                for document in request.get("upsert", []):
                    documents.setdefault(document["id"], document)  # the first version stays
                self.reply(200, {})
            elif self.path == "/search":
                found = search(request["query"], request["k"])
                self.reply(200, {"results": [{"id": document["id"], "score": score} for score, document in found]})
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


HTTPServer.request_queue_size = 256
HTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
