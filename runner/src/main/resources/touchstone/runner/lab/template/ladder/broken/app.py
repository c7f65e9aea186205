"""One call; hands out whatever came."""

import http.client
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

URL = urlsplit(os.environ["OPENAI_BASE_URL"])
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]}


def call(prompt):
    connection = http.client.HTTPConnection(URL.hostname, URL.port, timeout=3)
    try:
        body = {"model": "sim-medium", "messages": [{"role": "user", "content": prompt}]}
        connection.request("POST", URL.path + "/chat/completions", json.dumps(body), HEADERS)
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


def ask(request):
    status, document = call(request["prompt"])
    answer = document["choices"][0]["message"]["content"] if status == 200 else ""
    return {"id": request["id"], "answer": answer}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply({})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.reply(ask(request))

    def reply(self, document):
        payload = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
