// Meets the simulated model with openai-node: one JSON line a feature on standard output.

import OpenAI, * as openai from "openai";
import { VERSION } from "openai/version";

const MODEL = "sim-clients";
const VECTORS = "sim-embed-small";
const ANSWER = process.env.EXPECTED_ANSWER;
const TEXT = process.env.EXPECTED_TEXT;
const VECTOR = JSON.parse(process.env.EXPECTED_VECTOR);

const client = new OpenAI({ maxRetries: 0, timeout: 60_000 });

/** What the client does instead, where no one promises more. */
class Differs extends Error {}

const ask = (item) => [{ role: "user", content: `Answer the question ${item}.` }];

const chat = (item, more = {}, options = {}) =>
  client.chat.completions.create({ model: MODEL, messages: ask(item), ...more }, options);

function check(holds, what) {
  if (!holds) {
    throw new Error(typeof what === "string" ? what : JSON.stringify(what));
  }
}

async function all(stream) {
  const chunks = [];
  for await (const chunk of await stream) {
    chunks.push(chunk);
  }
  return chunks;
}

const textOf = (chunks) => chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");

/** The type of error that the call ends with, which must be exactly the expected one. */
async function raises(expected, code, call) {
  let outcome;
  try {
    outcome = await call();
  } catch (error) {
    check(error.constructor === expected, `raised ${error.constructor.name}: ${error.message}`);
    check(code === null || error.code === code, `code ${error.code}`);
    return error.constructor.name;
  }
  throw new Error(`raised nothing, gave ${JSON.stringify(outcome)}`);
}

function checkUsage(usage) {
  check(usage && usage.completion_tokens > 0, usage);
  check(usage.total_tokens === usage.prompt_tokens + usage.completion_tokens, usage);
}

const TOOL = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather in a city",
    parameters: {
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
      additionalProperties: false,
    },
    strict: true,
  },
};
const QUESTION = { role: "user", content: "What is the weather in Paris today?" };

function checkCall(choice) {
  check(choice.finish_reason === "tool_calls", choice);
  const call = choice.message.tool_calls[0];
  check(call.id && call.function.name === "get_weather", call);
  check(JSON.parse(call.function.arguments).city === "Paris", call);
  return call;
}

function sameVector(vector) {
  check(vector.length === VECTOR.length, `${vector.length} numbers`);
  check(
    VECTOR.every((number, i) => Math.abs(number - vector[i]) < 1e-6),
    "other numbers",
  );
}

const embed = async (more = {}) =>
  (await client.embeddings.create({ model: VECTORS, input: [TEXT], ...more })).data[0].embedding;

const FEATURES = {
  "plain-chat": async () => {
    const completion = await chat("plain-chat");
    const choice = completion.choices[0];
    check(choice.message.content === ANSWER && choice.message.role === "assistant", choice);
    check(choice.finish_reason === "stop", choice);
    checkUsage(completion.usage);
  },
  "streamed-chat": async () => {
    const chunks = await all(chat("streamed-chat", { stream: true }));
    check(textOf(chunks) === ANSWER, textOf(chunks));
    check(chunks.at(-1).choices[0].finish_reason === "stop", chunks.at(-1));
    check(!chunks.some((chunk) => chunk.usage), "usage that nobody asked for");
  },
  "usage-in-stream": async () => {
    const chunks = await all(chat("usage-in-stream", { stream: true, stream_options: { include_usage: true } }));
    check(!chunks.slice(0, -1).some((chunk) => chunk.usage), "usage before the last chunk");
    check(chunks.at(-1).choices.length === 0, chunks.at(-1));
    checkUsage(chunks.at(-1).usage);
  },
  "tool-round-trip": async () => {
    const first = (await chat("", { messages: [QUESTION], tools: [TOOL] })).choices[0];
    const call = checkCall(first);
    const result = { role: "tool", tool_call_id: call.id, content: "21 degrees" };
    const second = (await chat("", { messages: [QUESTION, first.message, result], tools: [TOOL] })).choices[0];
    check(second.message.content.includes("21 degrees") && second.finish_reason === "stop", second);
  },
  "streamed-tool-call": async () => {
    const runner = client.chat.completions.stream({ model: MODEL, messages: [QUESTION], tools: [TOOL] });
    checkCall((await runner.finalChatCompletion()).choices[0]);
  },
  "json-schema": async () => {
    const schema = {
      type: "object",
      properties: { order_number: { type: "integer" }, customer: { type: "string" } },
      required: ["order_number", "customer"],
      additionalProperties: false,
    };
    const completion = await client.chat.completions.parse({
      model: MODEL,
      messages: [{ role: "user", content: "Extract the order: order number 4711, customer Ada Lovelace." }],
      response_format: { type: "json_schema", json_schema: { name: "order", strict: true, schema } },
    });
    check(JSON.parse(completion.choices[0].message.content).order_number === 4711, completion.choices[0]);
  },
  "embeddings-default": async () => sameVector(await embed()),
  "embeddings-float": async () => sameVector(await embed({ encoding_format: "float" })),
  "embeddings-base64": async () => {
    const vector = await embed({ encoding_format: "base64" });
    if (typeof vector === "string") {
      const raw = Buffer.from(vector, "base64");
      sameVector(Array.from({ length: raw.length / 4 }, (_, i) => raw.readFloatLE(4 * i)));
      return "as the encoded string";
    }
    sameVector(vector);
    return "decoded";
  },
  models: async () => {
    const listed = (await client.models.list()).data.map((model) => model.id);
    check(listed.includes(MODEL) && listed.includes(VECTORS), listed);
    check((await client.models.retrieve(MODEL)).id === MODEL, "another model");
  },
  moderations: async () => {
    const { results } = await client.moderations.create({ input: ["What a fine day", "I will hurt you"] });
    check(!results[0].flagged && results[1].flagged, results);
  },
  "bad-request": () =>
    raises(openai.BadRequestError, "context_length_exceeded", () =>
      chat("", { messages: [{ role: "user", content: "word ".repeat(4000) }] }),
    ),
  unauthorized: () =>
    raises(openai.AuthenticationError, "invalid_api_key", () =>
      client
        .withOptions({ apiKey: "sk-wrong" })
        .chat.completions.create({ model: MODEL, messages: ask("plain-chat") }),
    ),
  "not-found": () =>
    raises(openai.NotFoundError, "model_not_found", () => chat("plain-chat", { model: "sim-nowhere" })),
  "rate-limited": () => raises(openai.RateLimitError, "rate_limit_exceeded", () => chat("rate-limited")),
  "server-error": () => raises(openai.InternalServerError, null, () => chat("server-error")),
  timeout: () => raises(openai.APIConnectionTimeoutError, null, () => chat("timeout", {}, { timeout: 500 })),
  "connection-reset": () => raises(openai.APIConnectionError, null, () => chat("connection-reset")),
  "malformed-json": async () => {
    try {
      await chat("malformed-json");
    } catch (error) {
      if (error instanceof openai.OpenAIError) {
        return error.constructor.name;
      }
      check(error.constructor === SyntaxError, error.message);
      throw new Differs("`SyntaxError`, none of the client's own types");
    }
    throw new Error("raised nothing");
  },
  "error-event": () => raises(openai.APIError, null, () => all(chat("error-event", { stream: true }))),
  abort: async () => {
    const stream = await chat("abort", { stream: true });
    for await (const chunk of stream) {
      if (chunk.choices[0].delta.content) {
        stream.controller.abort();
      }
    }
  },
  retry: async () => {
    const completion = await chat("retry", {}, { maxRetries: 2 });
    check(completion.choices[0].message.content === ANSWER, completion.choices[0]);
  },
  "clean-end": async () => {
    let chunks;
    try {
      chunks = await all(chat("clean-end", { stream: true }));
    } catch (error) {
      check(error instanceof openai.OpenAIError, error.message);
      return error.constructor.name;
    }
    check(ANSWER.startsWith(textOf(chunks)) && textOf(chunks) !== ANSWER, textOf(chunks));
    check(!chunks.some((chunk) => chunk.choices[0]?.finish_reason), "a finish reason");
    throw new Differs("no error; only the missing finish reason shows it");
  },
};

for (const [feature, meet] of Object.entries(FEATURES)) {
  let result = "works";
  let detail = "";
  try {
    detail = (await meet()) ?? "";
  } catch (error) {
    result = error instanceof Differs ? "differs" : "wrong";
    detail = error instanceof Differs ? error.message : `${error.constructor.name}: ${error.message}`;
  }
  console.log(JSON.stringify({ client: "openai-node", version: VERSION, feature, result, detail }));
}
process.exit(0);
