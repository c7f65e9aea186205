// A careful client with hardly any memory: retries with backoff, timeouts, validation and a fallback, decided afresh for
// each request. All that one request learns from another is that the model has no request left just now.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const BASE_URL = process.env.OPENAI_BASE_URL.replace(/\/$/, "");
const { primary, secondary } = JSON.parse(readFileSync(`${process.env.LAB_DATA_DIR}/models.json`, "utf8"));

const REPLY_MARGIN_MS = 300;
const ATTEMPT_MS = 2500;
const PRIMARY_ATTEMPTS = 3;
const SECONDARY_ATTEMPTS = 2;
const BASE_DELAY_MS = 250;
const EASE_MS = 600;
const PERMANENT = new Set([400, 401, 403, 404, 422]);

class CallError extends Error {
  constructor(code, message, { retry = true, waitMs = null } = {}) {
    super(message);
    Object.assign(this, { code, retry, waitMs });
  }
}

const easeUntil = new Map();

/** Holds the next calls back for a moment when the last response said that no request is left. */
function notice(model, headers) {
  if (headers.get("x-ratelimit-remaining-requests") === "0") easeUntil.set(model, Date.now() + EASE_MS);
}

/** One plain call; resolves to the complete answer or throws a CallError. */
async function call(model, prompt, timeoutMs) {
  let response, text;
  await sleep(Math.max(0, (easeUntil.get(model) ?? 0) - Date.now()));
  try {
    response = await fetch(`${BASE_URL}/chat/completions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
      body: JSON.stringify({ model, messages: [{ role: "user", content: prompt }] }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    notice(model, response.headers);
    text = await response.text();
  } catch (error) {
    throw new CallError("upstream_connection", `no response from the model: ${error.name}`);
  }
  if (response.status !== 200) throw refusal(response, text);
  return completeAnswer(text);
}

function refusal(response, text) {
  if (PERMANENT.has(response.status)) {
    const reason = errorCode(text);
    return new CallError("upstream_refused", `the model refused: ${response.status} ${reason}`, { retry: false });
  }
  return new CallError("upstream_unavailable", `the model answered ${response.status}`, {
    waitMs: hintMs(response.headers),
  });
}

function errorCode(text) {
  try {
    const { error } = JSON.parse(text);
    return error?.code ?? error?.type ?? "";
  } catch {
    return "";
  }
}

function hintMs(headers) {
  const millis = Number(headers.get("retry-after-ms") ?? NaN);
  if (Number.isFinite(millis)) return millis;
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

function completeAnswer(text) {
  let choice;
  try {
    choice = JSON.parse(text).choices[0];
  } catch {
    throw new CallError("upstream_malformed", "the model's response was malformed");
  }
  if (typeof choice?.message?.content !== "string" || choice.message.content === "") {
    throw new CallError("upstream_malformed", "the model's response held no answer");
  }
  if (choice.finish_reason !== "stop") {
    throw new CallError("upstream_truncated", "the model's answer was cut short");
  }
  return choice.message.content;
}

/** Tries one model until it answers, cannot, or time runs out. */
async function tryModel(model, attempts, prompt, deadline) {
  let last = new CallError("deadline", "no time left");
  for (let attempt = 0; attempt < attempts; attempt++) {
    const left = deadline - Date.now();
    if (left < 300) throw last;
    try {
      return await call(model, prompt, Math.min(ATTEMPT_MS, left));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      last = error;
    }
    if (!last.retry) throw last;
    const delay = last.waitMs ?? BASE_DELAY_MS * 2 ** attempt * (0.5 + Math.random());
    if (Date.now() + delay + 300 > deadline) throw last;
    if (attempt + 1 < attempts) await sleep(delay);
  }
  throw last;
}

async function answer(prompt, deadline) {
  try {
    return await tryModel(primary, PRIMARY_ATTEMPTS, prompt, deadline);
  } catch (error) {
    if (!(error instanceof CallError) || !error.retry) throw error;
    return await tryModel(secondary, SECONDARY_ATTEMPTS, prompt, deadline);
  }
}

async function ask(request, response) {
  const received = Date.now();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { id, prompt, deadlineMs } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  try {
    send(response, 200, { id, answer: await answer(prompt, received + deadlineMs - REPLY_MARGIN_MS) });
  } catch (error) {
    const code = error instanceof CallError ? error.code : "internal";
    send(response, 503, { id, error: { code, message: error.message } });
  }
}

function send(response, status, document) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(document));
}

createServer((request, response) => {
  if (request.url === "/healthz") return send(response, 200, { status: "ok" });
  if (request.url !== "/ask") return send(response, 404, {});
  ask(request, response).catch((error) => send(response, 400, { error: { code: "bad_request", message: error.message } }));
}).listen(Number(process.env.PORT), "127.0.0.1");
