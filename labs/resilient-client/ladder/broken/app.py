"""Works on a quiet day with one caller: hammers on every error, never gives up on a silent call, shares its buffers."""

import http.client
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

URL = urlsplit(os.environ["OPENAI_BASE_URL"])
MODEL = "sim-medium"
buffers = [[] for _ in range(4)]  # reused, to save memory


def call(prompt):
    parts = buffers[len(prompt) % len(buffers)]
    parts.clear()
    connection = http.client.HTTPConnection(URL.hostname, URL.port)
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]}
    body = {"model": MODEL, "messages": [{"role": "user", "content": prompt}], "stream": True}
    connection.request("POST", URL.path + "/chat/completions", json.dumps(body), headers)
    response = connection.getresponse()
    if response.status != 200:
        connection.close()
        raise OSError(response.status)
    for line in response:
        if line.startswith(b"data: {"):
            for choice in json.loads(line[6:]).get("choices", []):
                parts.append(choice["delta"].get("content") or "")
    connection.close()
    return "".join(parts)


def ask(prompt):
    for _ in range(10):
        try:
            return call(prompt)
        except (OSError, http.client.HTTPException):
            pass
    return "".join(buffers[len(prompt) % len(buffers)])


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply({})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.reply({"id": request["id"], "answer": ask(request["prompt"])})

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
ThreadingHTTPServer.request_queue_size = 256
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
