"""Document search without vectors: the model words the question in several ways, words find passages, the model judges them,
and an answer goes out only with quotes that hold."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import answers
from corpus import Corpus


class Handler(BaseHTTPRequestHandler):
    corpus = None

    def do_GET(self):
        self.reply(200 if self.path == "/healthz" else 404, {})

    def do_POST(self):
        try:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.reply(200, self.work(request))
        except (KeyError, TypeError, ValueError) as wrong:
            self.reply(400, {"error": f"the request cannot be read: {wrong!r}"})

    def work(self, request):
        if self.path == "/documents":
            self.corpus.apply(request)
            return {}
        if self.path == "/search":
            return {"results": answers.search(self.corpus, request["query"], int(request["k"]))}
        given = answers.answer(self.corpus, request["question"], request["deadlineMs"])
        if given is None:
            return {"id": request["id"], "answer": "", "citations": [], "abstained": True}
        return {"id": request["id"], "abstained": False, **given}

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
    Handler.corpus = Corpus(os.environ["LAB_STATE_DIR"])
    Server(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
