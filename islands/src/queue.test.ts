import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, type Kept, type Operation, pause, Queue, Sender, type Shelf, type Standing } from "./queue.js";

class Memory implements Shelf {
  readonly entries = new Map<string, string>();
  full = false;
  get length(): number {
    return this.entries.size;
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) {
      throw new Error("quota");
    }
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

function note(id: string, text = id): Operation {
  return { kind: "add", note: id, text, question: "", slot: "", competency: "", at: "2026-01-01T10:00:00Z" };
}

function sending(queue: Queue, answers: (operation: Operation) => Answer): { sender: Sender; sent: Operation[]; later: (() => void)[]; seen: Standing[] } {
  const sent: Operation[] = [];
  const later: (() => void)[] = [];
  const seen: Standing[] = [];
  const sender = new Sender(queue, {
    send: async (operation) => {
      sent.push(operation);
      return answers(operation);
    },
    later: (_wait, work) => later.push(work),
    chance: () => 0.5,
    changed: (standing) => seen.push(standing),
  });
  return { sender, sent, later, seen };
}

function names(kept: Kept[]): string[] {
  return kept.map((one) => (one.operation.kind === "tick" ? one.operation.item : one.operation.note));
}

test("keeps the order, also of one millisecond and of before a reload", () => {
  const shelf = new Memory();
  const before = new Queue(shelf, "q.");
  before.put(note("a"), 5000, "z");
  before.put(note("b"), 5000, "a");
  const after = new Queue(shelf, "q.");
  after.put(note("c"), 4000, "0");
  assert.deepEqual(names(after.waiting()), ["a", "b", "c"]);
});

test("other people's entries and broken ones are left alone", () => {
  const shelf = new Memory();
  shelf.setItem("q.other.1", JSON.stringify({ operation: note("x") }));
  shelf.setItem("q.me.000000000000001-a", "{");
  const queue = new Queue(shelf, "q.me.");
  queue.put(note("a"), 2, "a");
  assert.deepEqual(names(queue.all()), ["a"]);
});

test("says so when there is no room, and keeps what it has", () => {
  const shelf = new Memory();
  const queue = new Queue(shelf, "q.", 2);
  assert.ok(queue.put(note("a"), 1, "a"));
  assert.ok(queue.put(note("b"), 2, "a"));
  assert.equal(queue.put(note("c"), 3, "a"), false);
  shelf.full = true;
  assert.equal(new Queue(shelf, "p.").put(note("d"), 3, "a"), false);
  assert.equal(new Queue(new Memory(), "r.", 10, 50).put(note("e"), 3, "a"), false);
  assert.deepEqual(names(queue.all()), ["a", "b"]);
});

test("sends everything once and in order", async () => {
  const queue = new Queue(new Memory(), "q.");
  queue.put(note("a"), 1, "a");
  queue.put(note("b"), 2, "a");
  const { sender, sent, seen } = sending(queue, () => ({ kind: "done", version: 1 }));
  await sender.go();
  assert.deepEqual(sent.map((one) => (one.kind === "add" ? one.text : "")), ["a", "b"]);
  assert.equal(queue.all().length, 0);
  assert.equal(seen.at(-1), "saved");
});

test("without a network everything stays, and the next try sends it", async () => {
  const queue = new Queue(new Memory(), "q.");
  queue.put(note("a"), 1, "a");
  let online = false;
  const { sender, later, seen } = sending(queue, () => (online ? { kind: "done" } : { kind: "offline" }));
  await sender.go();
  assert.equal(seen.at(-1), "offline");
  assert.equal(queue.waiting().length, 1);
  online = true;
  later[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(queue.all().length, 0);
  assert.equal(seen.at(-1), "saved");
});

test("what was refused waits for the person and holds up nothing else", async () => {
  const queue = new Queue(new Memory(), "q.");
  queue.put(note("bad"), 1, "a");
  queue.put(note("good"), 2, "a");
  const { sender } = sending(queue, (one) =>
    one.kind === "add" && one.text === "bad" ? { kind: "refused", reason: "too long" } : { kind: "done" },
  );
  await sender.go();
  assert.deepEqual(names(queue.refused()), ["bad"]);
  assert.equal(queue.refused()[0]?.refused, "too long");
  assert.deepEqual(queue.waiting(), []);
});

test("an edit after one's own edit names the version that it made", async () => {
  const queue = new Queue(new Memory(), "q.");
  queue.put({ kind: "edit", note: "a", text: "one", version: 1 }, 1, "a");
  queue.put({ kind: "edit", note: "a", text: "two", version: 1 }, 2, "a");
  const { sender, sent } = sending(queue, (one) => ({ kind: "done", version: one.kind === "edit" ? one.version + 1 : 1 }));
  await sender.go();
  assert.deepEqual(sent.map((one) => (one.kind === "edit" ? one.version : 0)), [1, 2]);
});

test("waits longer each time, at most half a minute", () => {
  assert.equal(pause(0, 0), 1000);
  assert.equal(pause(3, 0), 8000);
  assert.equal(pause(50, 0), 30_000);
  assert.equal(pause(50, 1), 15_000);
});
