// Document search: BM25 over paragraphs, kept on disk, with permission not to know.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Index } from "./index.mjs";

const { PORT, OPENAI_BASE_URL, OPENAI_API_KEY, LAB_STATE_DIR } = process.env;
const JOURNAL = `${LAB_STATE_DIR}/documents.ndjson`;
const PASSAGES = 10;
const TRIES = 3;
const PROMPT =
  "Answer the question from the passages below. If they do not contain the answer, say \"I do not know\". " +
  "Quote the sentences that the answer rests on, with the id of their document.";
const SCHEMA = {
  type: "object",
  properties: {
    answer: { type: "string" },
    quotes: {
      type: "array",
      items: {
        type: "object",
        properties: { documentId: { type: "string" }, quote: { type: "string" } },
        required: ["documentId", "quote"],
        additionalProperties: false,
      },
    },
  },
  required: ["answer", "quotes"],
  additionalProperties: false,
};

const index = new Index();

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls the model; waits as told when it is limited, and gives up after three tries or at the deadline. */
async function post(path, body, deadline) {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${OPENAI_BASE_URL}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${OPENAI_API_KEY}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(Math.max(50, deadline - Date.now())),
    });
    if (response.status === 200) return response.json();
    await response.arrayBuffer();
    const wait = 1000 * Number(response.headers.get("retry-after") ?? 0.3 * tries);
    if (tries === TRIES || !(Date.now() + wait < deadline)) throw new Error(`the model answered ${response.status}`);
    await sleep(wait);
  }
}

function apply({ upsert = [], delete: remove = [] }) {
  for (const document of upsert) index.put(document);
  for (const id of remove) index.remove(id);
}

function search({ query, k }) {
  const results = new Map();
  for (const [{ document }, score] of index.search(query)) {
    if (!results.has(document.id)) results.set(document.id, score);
  }
  return { results: [...results].slice(0, k).map(([id, score]) => ({ id, score })) };
}

async function answer({ id, question, deadlineMs }) {
  const deadline = Date.now() + deadlineMs - 300;
  const none = { id, answer: "", citations: [], abstained: true };
  const passages = index.search(question).slice(0, PASSAGES).map(([passage]) => passage);
  const context = passages.map(({ document, text }) => `[${document.id}] ${document.title}\n${text}`).join("\n\n");
  const messages = [{ role: "user", content: `${PROMPT}\n\n${context}\n\nQuestion: ${question}` }];
  const response_format = { type: "json_schema", json_schema: { name: "answer", strict: true, schema: SCHEMA } };
  try {
    const reply = await post("/chat/completions", { model: "sim-medium", messages, response_format }, deadline);
    const said = JSON.parse(reply.choices[0].message.content);
    if (/do not know/i.test(said.answer)) return none;
    return { id, answer: said.answer, citations: said.quotes, abstained: false };
  } catch {
    return none;
  }
}

async function handle(request, response) {
  if (request.method === "GET") return reply(response, request.url === "/healthz" ? 200 : 404, {});
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const body = JSON.parse(text);
  switch (request.url) {
    case "/documents":
      appendFileSync(JOURNAL, `${JSON.stringify(body)}\n`);
      apply(body);
      return reply(response, 200, {});
    case "/search":
      return reply(response, 200, search(body));
    case "/answer":
      return reply(response, 200, await answer(body));
    default:
      return reply(response, 404, {});
  }
}

function reply(response, status, document) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(document));
}

if (existsSync(JOURNAL)) {
  readFileSync(JOURNAL, "utf8").split("\n").filter(Boolean).forEach((line) => apply(JSON.parse(line)));
}
createServer((request, response) => {
  handle(request, response).catch((error) => reply(response, 500, { error: error.message }));
}).listen(Number(PORT), "127.0.0.1");
