"""A second good design: a failure is an exception that knows whether it can pass; time is the budget, not a count."""

import json
import os
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FINAL_CODES = {"insufficient_quota", "invalid_api_key", "context_length_exceeded"}
FINAL_STATUSES = {400, 401, 403, 404, 422}


class Failure(Exception):
    def __init__(self, message, passes):
        super().__init__(message)
        self.passes = passes


def call(prompt, seconds):
    body = {"model": "sim-medium", "messages": [{"role": "user", "content": prompt}]}
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/chat/completions",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]},
    )
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:
            return json.load(response)["choices"][0]["message"]["content"]
    except urllib.error.HTTPError as error:
        code = json.loads(error.read()).get("error", {}).get("code")
        raise Failure(f"{error.code} {code}", error.code not in FINAL_STATUSES and code not in FINAL_CODES) from error
    except OSError as error:
        raise Failure(str(error), True) from error


def ask(request):
    end = time.monotonic() + request["deadlineMs"] / 1000 - 0.5
    pause = 0.1
    while True:
        try:
            return {"id": request["id"], "answer": call(request["prompt"], end - time.monotonic())}
        except Failure as failure:
            if not failure.passes or time.monotonic() + pause >= end:
                return {"id": request["id"], "error": {"code": "no_answer", "message": str(failure)}}
        time.sleep(pause)
        pause *= 1.5


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
