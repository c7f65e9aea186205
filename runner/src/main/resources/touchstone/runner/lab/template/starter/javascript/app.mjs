// Answers every prompt with one plain call. It works while nothing goes wrong; making it hold is your task.
import { createServer } from "node:http";

const { PORT, OPENAI_BASE_URL, OPENAI_API_KEY } = process.env;

async function ask({ id, prompt }) {
  const response = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${OPENAI_API_KEY}` },
    body: JSON.stringify({ model: "sim-medium", messages: [{ role: "user", content: prompt }] }),
  });
  const document = await response.json(); // what can the status be, and what follows from it?
  return { id, answer: document.choices?.[0].message.content ?? "" };
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const document = request.url === "/ask" ? await ask(JSON.parse(Buffer.concat(chunks).toString("utf8"))) : {};
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(JSON.stringify(document));
}).listen(Number(PORT), "127.0.0.1");
