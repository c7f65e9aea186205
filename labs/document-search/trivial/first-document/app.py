"""Searches by shared words and hands out the first document that it finds as the answer, whole."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


documents = {}


def search(query, k):
    wanted = set(query.lower().split())
    known = sorted(documents.values(), key=lambda d: -len(wanted & set(d["title"].lower().split())))
    return known[:k]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply(200, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/search":
            self.reply(200, {"results": [{"id": d["id"], "score": 1} for d in search(request["query"], 1)]})
        elif self.path == "/answer":
            found = search(request["question"], 1)
            answer = " ".join(d["body"] for d in found)
            citations = [{"documentId": d["id"], "quote": d["body"]} for d in found]
            self.reply(200, {"id": request["id"], "answer": answer, "citations": citations, "abstained": False})
        else:
            for document in request.get("upsert", []):
                documents[document["id"]] = document
            for id in request.get("delete", []):
                documents.pop(id, None)
            self.reply(200, {})

    def reply(self, status, document):
        payload = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 256
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
