// A service that answers prompts through a model. It works while nothing goes wrong; making it hold is your task.
//
// Only node's own modules. Everything the service is told comes from five environment variables.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const { PORT, OPENAI_BASE_URL, OPENAI_API_KEY, LAB_DATA_DIR } = process.env; // OPENAI_BASE_URL ends in /v1
// LAB_STATE_DIR is a folder that you may write to. LAB_DATA_DIR is read-only; models.json in it names the models, what
// they cost and what they are good for.
const models = JSON.parse(readFileSync(`${LAB_DATA_DIR}/models.json`, "utf8"));

/**
 * One plain call to the model; resolves to its answer.
 *
 * What can happen here that this code does not handle? Look at the brief: statuses, headers, silence, responses that say
 * 200 and hold no complete answer.
 */
async function complete(model, prompt) {
  const response = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${OPENAI_API_KEY}` },
    body: JSON.stringify({ model, messages: [{ role: "user", content: prompt }] }),
  });
  if (response.status !== 200) throw new Error(`the model answered ${response.status}`);
  const document = await response.json();
  return document.choices[0].message.content;
}

/** The answer to one caller. `deadlineMs` is how long this caller waits; nothing is done with it yet. */
async function ask(prompt, deadlineMs) {
  return complete(models.primary, prompt);
}

/** The HTTP side. */
async function handle(request, response) {
  if (request.url === "/healthz") return reply(response, 200, {});
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { id, prompt, deadlineMs } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  try {
    reply(response, 200, { id, answer: await ask(prompt, deadlineMs) });
  } catch (error) {
    // Too broad: say what went wrong, in words that help the caller.
    reply(response, 503, { id, error: { code: "failed", message: error.message } });
  }
}

function reply(response, status, document) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(document));
}

createServer((request, response) => {
  handle(request, response).catch(() => reply(response, 400, {}));
}).listen(Number(PORT), "127.0.0.1");
