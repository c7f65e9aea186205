"""A service that answers prompts through a model. It works while nothing goes wrong; making it hold is your task.

Only the standard library. Everything the service is told comes from five environment variables.
"""

import http.client
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PORT = int(os.environ["PORT"])
BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])  # ends in /v1
API_KEY = os.environ["OPENAI_API_KEY"]
# LAB_STATE_DIR is a folder that you may write to. LAB_DATA_DIR is read-only; models.json in it names the models, what
# they cost and what they are good for.
with open(os.path.join(os.environ["LAB_DATA_DIR"], "models.json"), encoding="utf-8") as file:
    MODELS = json.load(file)


class ModelError(Exception):
    """The model gave no answer."""


def complete(model, prompt):
    """One plain call to the model; returns its answer.

    What can happen here that this code does not handle? Look at the brief: statuses, headers, silence, responses that
    say 200 and hold no complete answer.
    """
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port)
    try:
        body = {"model": model, "messages": [{"role": "user", "content": prompt}]}
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
        connection.request("POST", BASE_URL.path + "/chat/completions", json.dumps(body), headers)
        response = connection.getresponse()
        payload = response.read()
        if response.status != 200:
            raise ModelError(f"the model answered {response.status}")
        return json.loads(payload)["choices"][0]["message"]["content"]
    finally:
        connection.close()


def ask(prompt, deadline_ms):
    """The answer to one caller. `deadline_ms` is how long this caller waits; nothing is done with it yet."""
    return complete(MODELS["primary"], prompt)


class Handler(BaseHTTPRequestHandler):
    """The HTTP side. Each request runs in a thread of its own."""

    def do_GET(self):
        self.reply(200 if self.path == "/healthz" else 404, {})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            self.reply(200, {"id": request["id"], "answer": ask(request["prompt"], request["deadlineMs"])})
        except Exception as error:  # too broad: say what went wrong, in words that help the caller
            self.reply(503, {"id": request["id"], "error": {"code": "failed", "message": str(error)}})

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
