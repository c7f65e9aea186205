"""Finds the first ten documents that it ever got, and gives everyone the same answer."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


first = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply(200, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/search":
            self.reply(200, {"results": [{"id": id, "score": 1} for id in list(first)[: request["k"]]]})
        elif self.path == "/answer":
            citations = [{"documentId": id, "quote": body[:80]} for id, body in list(first.items())[:1]]
            answer = "It takes six weeks."
            self.reply(200, {"id": request["id"], "answer": answer, "citations": citations, "abstained": False})
        else:
            for document in request.get("upsert", []):
                if len(first) < 10:
                    first[document["id"]] = document["body"]
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
