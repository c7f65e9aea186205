// A search and question service over a company's documents. It answers; making the answers right is your task.
//
// Only node's own modules. Everything the service is told comes from five environment variables.
import { createServer } from "node:http";

const { PORT, OPENAI_BASE_URL, OPENAI_API_KEY } = process.env; // OPENAI_BASE_URL ends in /v1
// LAB_DATA_DIR is read-only; models.json in it names the models and what they cost. LAB_STATE_DIR is a folder that you may
// write to; it is still there after a restart, and this code does not use it yet.
const MODEL = "sim-medium";

const documents = new Map(); // id -> {id, title, body, updatedAt}, in memory only

const words = (text) => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);

function store(upsert, remove) {
  for (const document of upsert) documents.set(document.id, document);
  // What should happen to the ids in `remove`?
}

/** Documents that share the most words with the query. No weights, no notion of length or meaning. */
function search(query, k) {
  const wanted = words(query);
  const found = [...documents.values()].map(({ id, title, body }) => {
    const there = words(`${title} ${body}`);
    return { id, score: [...wanted].filter((word) => there.has(word)).length };
  });
  return found.sort((a, b) => b.score - a.score).slice(0, k);
}

/** One plain call to the model; resolves to its answer. What happens when the model is limited or fails? */
async function complete(prompt) {
  const response = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${OPENAI_API_KEY}` },
    body: JSON.stringify({ model: MODEL, messages: [{ role: "user", content: prompt }] }),
  });
  if (response.status !== 200) throw new Error(`the model answered ${response.status}`);
  return (await response.json()).choices[0].message.content;
}

/** Puts the best document into the prompt and hands out what the model says, as if it were always right. */
async function answer({ id, question }) {
  const text = search(question, 1)
    .map((hit) => documents.get(hit.id).body.slice(0, 1500))
    .join("\n\n");
  // A citation says which document supports the answer, with a quote that stands in it word for word.
  return { id, answer: await complete(`${text}\n\nQuestion: ${question}`), citations: [], abstained: false };
}

/** The HTTP side. */
async function handle(request, response) {
  if (request.method === "GET") return reply(response, request.url === "/healthz" ? 200 : 404, {});
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  switch (request.url) {
    case "/documents":
      store(body.upsert ?? [], body.delete ?? []);
      return reply(response, 200, {});
    case "/search":
      return reply(response, 200, { results: search(body.query, body.k) });
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

createServer((request, response) => {
  // Too broad: a caller can do nothing with this.
  handle(request, response).catch((error) => reply(response, 503, { error: error.message }));
}).listen(Number(PORT), "127.0.0.1");
