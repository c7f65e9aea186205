"""Calls to the chat models: paced by their rate limit headers, with a second model when the first is limited."""

import http.client
import json
import os
import random
import re
import threading
import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

BASE_URL = urlsplit(os.environ["OPENAI_BASE_URL"])
API_KEY = os.environ["OPENAI_API_KEY"]
ROOM = 0.3  # seconds: no call starts with less left
PATIENCE = 0.5  # seconds behind a limit before the next model is asked
TRIES = 4


class Unavailable(Exception):
    """No model could answer in time."""


class Lane:
    """One model and its request allowance as the headers of its responses tell it."""

    def __init__(self, model):
        self.model = model
        self._lock = threading.Lock()
        self._level, self._capacity, self._rate = float("inf"), float("inf"), float("inf")
        self._at = time.monotonic()
        self._closed_until = 0.0
        self._sent = 0

    def wait(self):
        """Seconds until a call may be made."""
        with self._lock:
            return self._wait()

    def enter(self):
        """A ticket when a call may be made now, otherwise None."""
        with self._lock:
            if self._wait() > 0:
                return None
            self._level -= 1
            self._sent += 1
            return self._sent

    def learn(self, headers, ticket):
        try:
            limit = float(headers["x-ratelimit-limit-requests"])
            remaining = float(headers["x-ratelimit-remaining-requests"])
            reset = seconds(headers["x-ratelimit-reset-requests"])
        except (TypeError, ValueError):
            return
        with self._lock:
            self._at = time.monotonic()
            self._capacity = limit
            self._level = remaining - (self._sent - ticket)  # later calls are not in these headers
            if reset > 0 and limit > remaining:
                self._rate = (limit - remaining) / reset

    def close(self, wait):
        with self._lock:
            self._closed_until = max(self._closed_until, time.monotonic() + wait)

    def _wait(self):
        now = time.monotonic()
        if self._rate < float("inf"):
            self._level = min(self._capacity, self._level + (now - self._at) * self._rate)
        self._at = now
        behind = 0.0 if self._level >= 1 else (1 - self._level) / self._rate
        return max(0.0, behind, self._closed_until - now)


def seconds(reset):
    """Reads 120ms, 1.5s and 6m0s."""
    match = re.fullmatch(r"(?:(\d+)m(?!s))?(?:([\d.]+)s)?(?:(\d+)ms)?", reset)
    minutes, whole, millis = (float(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return 60 * minutes + whole + millis / 1000


def retry_after(headers):
    try:
        if headers["retry-after-ms"]:
            return float(headers["retry-after-ms"]) / 1000
        if headers["retry-after"]:
            if re.fullmatch(r"[\d.]+", headers["retry-after"]):
                return float(headers["retry-after"])
            return max(0.0, parsedate_to_datetime(headers["retry-after"]).timestamp() - time.time())
    except ValueError:
        pass
    return 1.0


LANES = {name: Lane(name) for name in ("sim-small", "sim-medium", "sim-large")}


def chat(models, messages, deadline, response_format=None):
    """What the first of these models that is free in time says. `deadline` is a time.monotonic()."""
    trouble = "there was no time left"
    tries = 0
    while tries < TRIES:
        lanes = [LANES[model] for model in models]
        lane = next((lane for lane in lanes if lane.wait() <= PATIENCE), min(lanes, key=Lane.wait))
        wait = lane.wait()
        if time.monotonic() + wait + ROOM > deadline:
            break
        time.sleep(wait)
        ticket = lane.enter()
        if ticket is None:
            continue
        tries += 1
        body = {"model": lane.model, "messages": messages}
        if response_format:
            body["response_format"] = response_format
        try:
            status, headers, payload = post(body, deadline)
            lane.learn(headers, ticket)
            if status == 200:
                return json.loads(payload)["choices"][0]["message"]["content"]
            trouble = f"status {status}"
            if status == 429:
                lane.close(retry_after(headers))
            elif status < 500:
                raise Unavailable(payload[:200])
            else:
                lane.close(random.uniform(0.1, 0.3 * 2**tries))
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            trouble = str(error)
            time.sleep(random.uniform(0.1, 0.3))
    raise Unavailable(trouble)


def post(body, deadline):
    left = max(0.1, deadline - time.monotonic())
    connection = http.client.HTTPConnection(BASE_URL.hostname, BASE_URL.port, timeout=left)
    try:
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}
        connection.request("POST", BASE_URL.path + "/chat/completions", json.dumps(body), headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()
