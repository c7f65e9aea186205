"""Answers prompts through a model that fails on purpose.

One retry loop (Gateway.answer) owns every decision about another try. A Lane is one model with what is known about
it: a circuit breaker, and a pacer that keeps to the limit its headers describe. A call ends in text or in a Failure
whose kind says what may be done next.
"""

import http.client
import json
import os
import random
import re
import signal
import socket
import sys
import threading
import time
from collections import OrderedDict
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

REPLY_MARGIN = 0.3  # seconds kept for sending our own reply
CALL_ROOM = 0.8  # no call starts with less time than this
TRIES_PER_MODEL = 3
TRIES_IN_ALL = 5
SILENCE = 2.0  # longest wait for a byte while there is time for another try
CONNECT = 1.0
QUEUE_PATIENCE = 3.0  # longer than this behind the rate limit: the other model
NEWS_PATIENCE = 0.7  # before paying for the other model: wait so long for word that the limit is gone
TRIP_ITEMS = 4  # different items failing in a row open the breaker
COOLDOWN = 1.75
CACHE_ENTRIES = 10_000

# What may follow a failed call.
HOPELESS = "hopeless"  # no call can succeed
LIMITED = "limited"  # the model is alive and said when to come back
DOWN = "down"  # server error, reset, or silence: says something about the model's health
RUBBISH = "rubbish"  # an answer came that cannot be used


class Failure(Exception):
    def __init__(self, kind, code, message, hint=None):
        super().__init__(message)
        self.kind, self.code, self.hint = kind, code, hint


class Breaker:
    """Opens when different items fail in a row, then lets one probe through after each cooldown.

    One item that fails three times says little about the model; four items that fail do. A call that fell silent while
    others were answered says nothing at all.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._failing = set()
        self._retry_at = None  # None while closed
        self._opened_at = 0.0
        self._worked_at = 0.0
        self._probing = False

    def shut(self):
        with self._lock:
            return self._retry_at is not None and (self._probing or time.monotonic() < self._retry_at)

    def admits(self):
        with self._lock:
            if self._retry_at is None:
                return True
            if self._probing or time.monotonic() < self._retry_at:
                return False
            self._probing = True
            return True

    def worked(self, sent_at):
        with self._lock:
            self._worked_at = time.monotonic()
            if self._retry_at is None or sent_at >= self._opened_at:  # an older call says nothing about now
                self._failing.clear()
                self._retry_at, self._probing = None, False

    def failed(self, item, sent_at):
        now = time.monotonic()
        with self._lock:
            if self._retry_at is None and self._worked_at >= sent_at:
                return
            self._failing.add(item)
            if len(self._failing) >= TRIP_ITEMS:
                self._retry_at, self._probing, self._opened_at = now + COOLDOWN, False, now


class Pacer:
    """A copy of the server's token bucket, corrected by the headers of each response."""

    def __init__(self):
        self._changed = threading.Condition()
        self._level = self._capacity = float("inf")
        self._spacing = 0.0  # seconds until one more request is allowed
        self._at = time.monotonic()
        self._turns = 0
        self._newest = 0

    def take(self, latest):
        """A turn (start time, number), or None when the queue is longer than `latest`."""
        with self._changed:
            start = self._start()
            if start > latest and self._changed.wait(NEWS_PATIENCE):
                start = self._start()
            if start > latest:
                return None
            self._level -= 1
            self._turns += 1
            return start, self._turns

    def learn(self, headers, turn):
        remaining = number(headers.get("x-ratelimit-remaining-requests"))
        reset = duration(headers.get("x-ratelimit-reset-requests"))
        if remaining is None or reset is None:
            return
        limit = number(headers.get("x-ratelimit-limit-requests")) or remaining + 1
        with self._changed:
            if turn < self._newest:
                return
            self._newest = turn
            self._capacity = max(limit, 1)
            self._spacing = reset / max(limit - remaining, 1)
            self._level = remaining - (self._turns - turn)  # turns given since are not in the header yet
            self._at = time.monotonic()
            self._changed.notify_all()

    def _start(self):
        now = time.monotonic()
        if self._spacing > 0:
            self._level = min(self._capacity, self._level + (now - self._at) / self._spacing)
        self._at = now
        return now if self._level >= 1 else now + (1 - self._level) * self._spacing


class Lane:
    """One model and what is known about it."""

    def __init__(self, base_url, key, model):
        self._url, self._key, self.model = urlsplit(base_url), key, model
        self.breaker, self.pacer = Breaker(), Pacer()

    def call(self, item, prompt, turn, deadline):
        sent_at = time.monotonic()
        try:
            text = self._exchange(prompt, turn, deadline)
        except Failure as failure:
            if failure.kind == DOWN:
                self.breaker.failed(item, sent_at)
            else:
                self.breaker.worked(sent_at)
            raise
        self.breaker.worked(sent_at)
        return text

    def _exchange(self, prompt, turn, deadline):
        silence = patience(deadline)
        body = {"model": self.model, "messages": [{"role": "user", "content": prompt}], "stream": True}
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + self._key}
        connection = http.client.HTTPConnection(self._url.hostname, self._url.port, timeout=min(CONNECT, silence))
        response = None
        try:
            connection.connect()
            sock = connection.sock  # http.client lets go of it early; reads still need its timeout
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(silence)
            connection.request("POST", self._url.path + "/chat/completions", json.dumps(body), headers)
            response = connection.getresponse()
            self.pacer.learn(response.headers, turn)
            if response.status != 200:
                raise refusal(response.status, response.headers, response.read(65_536))
            return read_stream(lines(response, sock, silence, deadline))
        except TimeoutError as error:
            raise Failure(DOWN, "upstream_timeout", "the model fell silent") from error
        except (OSError, http.client.HTTPException) as error:
            raise Failure(DOWN, "upstream_connection", "the connection to the model broke") from error
        finally:
            if response is not None:
                response.close()
            connection.close()


def patience(deadline):
    """How long to wait for the next byte: less than half of what is left, so that another try fits."""
    left = deadline - time.monotonic()
    return max(0.05, min(SILENCE, 0.45 * left) if left > SILENCE else left)


def lines(response, sock, silence, deadline):
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        sock.settimeout(min(silence, left))
        line = response.readline(1_000_000)
        if not line:
            return
        yield line


def read_stream(stream):
    """The complete text of a streamed answer; anything less is a failure."""
    parts, finish, done = [], None, False
    try:
        for line in stream:
            if not line.startswith(b"data:"):
                continue
            data = line[5:].strip()
            if data == b"[DONE]":
                done = True
                break
            event = json.loads(data)
            if event.get("error"):
                raise Failure(RUBBISH, "upstream_error", "the model reported an error in the middle of its answer")
            for choice in event["choices"][:1]:
                parts.append(choice["delta"].get("content") or "")
                finish = choice.get("finish_reason") or finish
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Failure(RUBBISH, "upstream_malformed", "the model's response was malformed") from error
    text = "".join(parts)
    if not text:
        raise Failure(RUBBISH, "upstream_malformed", "the model's response held no answer")
    whole = finish == "stop" or (done and finish is None)
    if not whole:
        raise Failure(RUBBISH, "upstream_truncated", "the model's answer was cut short")
    return text


def refusal(status, headers, body):
    try:
        error = json.loads(body)["error"]
        names = {error.get("code"), error.get("type")}
    except (ValueError, KeyError, TypeError, AttributeError):
        names = set()
    if names & {"insufficient_quota", "billing_hard_limit_reached"}:
        return Failure(HOPELESS, "upstream_quota", "the account with the model has no quota left")
    if status == 429:
        return Failure(LIMITED, "upstream_limited", "the model is over its rate limit", retry_hint(headers))
    if status >= 500 or status in (408, 409):
        return Failure(DOWN, "upstream_unavailable", f"the model answered {status}", retry_hint(headers))
    return Failure(HOPELESS, "upstream_refused", f"the model refused the request ({status})")


def retry_hint(headers):
    """Seconds that the server asks us to wait, from any of the three forms; None without one."""
    millis = number(headers.get("retry-after-ms"))
    if millis is not None:
        return millis / 1000
    value = headers.get("retry-after")
    seconds = number(value)
    if seconds is not None or value is None:
        return seconds
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def number(text):
    try:
        return max(0.0, float(text))
    except (TypeError, ValueError):
        return None


def duration(text):
    """Seconds in `1s`, `120ms`, `6m0s`; None for anything else."""
    parts = re.findall(r"([\d.]+)(ms|s|m|h)", text or "")
    units = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}
    return sum(float(value) * units[unit] for value, unit in parts) if parts else None


def backoff(tries):
    """Exponential with full jitter above a floor, so that items which failed together do not return together."""
    return random.uniform(0.15, min(4.0, 0.5 * 2**tries))


class Journey:
    """One prompt on its way: tries and earliest next start for each model."""

    def __init__(self, item, prompt, deadline):
        self.item, self.prompt, self.deadline = item, prompt, deadline
        self.tries, self.not_before = {}, {}
        self.breather = 0.0  # earliest next start on any model

    def note(self, lane, failure):
        self.tries[lane] = self.tries.get(lane, 0) + 1
        wait = backoff(self.tries[lane])
        if failure.hint is not None:
            wait = failure.hint + random.uniform(0.02, 0.15)
        self.not_before[lane] = time.monotonic() + wait
        if failure.kind == DOWN:  # an outage must not arrive at the other model as one wave
            self.breather = time.monotonic() + min(wait, random.uniform(0.15, 0.4))

    def may_try(self, lane):
        start = max(time.monotonic(), self.not_before.get(lane, 0.0))
        return self.tries.get(lane, 0) < TRIES_PER_MODEL and self.deadline - start >= CALL_ROOM


class Gateway:
    """The only retry loop. Lanes are in order of preference: the cheap model first."""

    def __init__(self, lanes):
        self._lanes = lanes

    def answer(self, item, prompt, deadline):
        journey = Journey(item, prompt, deadline)
        last = Failure(DOWN, "upstream_unavailable", "no model can take this request in time")
        for _ in range(TRIES_IN_ALL):
            lane, turn = self._next(journey)
            if lane is None:
                break
            try:
                return lane.call(item, prompt, turn, deadline)
            except Failure as failure:
                last = failure
            if last.kind == HOPELESS:
                break
            journey.note(lane, last)
        raise last

    def _next(self, journey):
        """Waits for and returns the best model that can still answer in time, with its turn."""
        for lane in self._lanes:
            if lane.breaker.shut() or not journey.may_try(lane):
                continue
            pause_until(max(journey.breather, journey.not_before.get(lane, 0.0)))
            latest = min(time.monotonic() + QUEUE_PATIENCE, journey.deadline - CALL_ROOM)
            turn = lane.pacer.take(latest)
            if turn is None:
                continue
            pause_until(turn[0])
            if lane.breaker.admits():
                return lane, turn[1]
        return None, None


def pause_until(moment):
    time.sleep(max(0.0, moment - time.monotonic()))


class Flight:
    """A prompt being answered; callers with the same prompt wait for it."""

    def __init__(self):
        self.landed = threading.Event()
        self.text = None
        self.failure = None


class Answers:
    """Exact cache on the whole prompt; one call at a time for one prompt. Failures are not kept."""

    def __init__(self, gateway):
        self._gateway = gateway
        self._lock = threading.Lock()
        self._known = OrderedDict()
        self._flights = {}

    def get(self, item, prompt, deadline):
        key = prompt
        while True:
            with self._lock:
                if prompt in self._known:
                    self._known.move_to_end(prompt)
                    return self._known[prompt]
                flight = self._flights.get(key)
                if flight is None:
                    mine = self._flights[key] = Flight()
                    break
            if not flight.landed.wait(max(0.0, deadline - time.monotonic())):
                raise Failure(DOWN, "deadline", "no answer in time")
            if flight.text is not None:
                return flight.text
            if flight.failure is not None and flight.failure.kind == HOPELESS:
                raise flight.failure
        return self._fly(mine, key, item, prompt, deadline)

    def _fly(self, flight, key, item, prompt, deadline):
        try:
            flight.text = self._gateway.answer(item, prompt, deadline)
            return flight.text
        except Failure as failure:
            flight.failure = failure
            raise
        finally:
            with self._lock:
                if flight.text is not None:
                    self._known[prompt] = flight.text
                    if len(self._known) > CACHE_ENTRIES:
                        self._known.popitem(last=False)
                del self._flights[key]
            flight.landed.set()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60
    answers = None

    def do_GET(self):
        self._send(200, {"status": "ok"}) if self.path == "/healthz" else self._send(404, {})

    def do_POST(self):
        received = time.monotonic()
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path != "/ask":
            return self._send(404, {})
        try:
            request = json.loads(body)
            item, prompt = request["id"], str(request["prompt"])
            deadline = received + float(request["deadlineMs"]) / 1000 - REPLY_MARGIN
        except (ValueError, KeyError, TypeError):
            return self._send(400, {"error": {"code": "bad_request", "message": "id, prompt and deadlineMs needed"}})
        try:
            self._send(200, {"id": item, "answer": self.answers.get(item, prompt, deadline)})
        except Failure as failure:
            self._send(503, {"id": item, "error": {"code": failure.code, "message": str(failure)}})

    def _send(self, status, document):
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


def main():
    with open(os.path.join(os.environ["LAB_DATA_DIR"], "models.json"), encoding="utf-8") as file:
        models = json.load(file)
    base_url, key = os.environ["OPENAI_BASE_URL"].rstrip("/"), os.environ["OPENAI_API_KEY"]
    lanes = [Lane(base_url, key, models[role]) for role in ("primary", "secondary")]
    Handler.answers = Answers(Gateway(lanes))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    Server(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
