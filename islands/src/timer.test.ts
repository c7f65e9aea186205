import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, elapsed, LONGEST, minutesOver, running, total } from "./timer.js";

const MINUTE = 60_000;

test("a question is timed until the next one starts, and again when it is taken up again", () => {
  const starts = [
    { question: "b", at: 10 * MINUTE },
    { question: "a", at: 0 },
    { question: "a", at: 15 * MINUTE },
  ];
  assert.deepEqual([...elapsed(starts, 17 * MINUTE)], [["a", 12 * MINUTE], ["b", 5 * MINUTE]]);
  assert.equal(running(starts), "a");
});

test("a pause counts for no question, and ends the whole clock when nothing follows", () => {
  const starts = [{ question: "a", at: 0 }, { question: "", at: 5 * MINUTE }];
  assert.equal(elapsed(starts, 60 * MINUTE).get("a"), 5 * MINUTE);
  assert.equal(running(starts), "");
  assert.equal(total(starts, 60 * MINUTE), 5 * MINUTE);
});

test("nothing started is nothing", () => {
  assert.equal(total([], 5), 0);
  assert.equal(running([]), "");
});

test("a page left open overnight does not count the night", () => {
  assert.equal(elapsed([{ question: "a", at: 0 }], 20 * LONGEST).get("a"), LONGEST);
  assert.equal(total([{ question: "a", at: 0 }], 20 * LONGEST), LONGEST);
});

test("a clock set back shows zero, not less", () => {
  assert.equal(total([{ question: "a", at: 1000 }], 0), 0);
  assert.equal(clock(-5), "0:00");
});

test("reads as minutes and seconds", () => {
  assert.equal(clock(725_000), "12:05");
  assert.equal(minutesOver(16 * MINUTE, 15), 1);
  assert.equal(minutesOver(15.5 * MINUTE, 15), 0);
});
