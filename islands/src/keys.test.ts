import assert from "node:assert/strict";
import { test } from "node:test";
import { type Press, shortcut, step, takesText } from "./keys.js";

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, code: "", alt: false, control: false, typing: false, ...more };
}

test("a letter is a shortcut outside text fields only", () => {
  assert.equal(shortcut(press("N"), true), "n");
  assert.equal(shortcut(press("n", { typing: true }), true), undefined);
});

test("with Alt it is one everywhere, by its place on the keyboard", () => {
  assert.equal(shortcut(press("˜", { code: "KeyN", alt: true, typing: true }), true), "n");
  assert.equal(shortcut(press("¡", { code: "Digit1", alt: true, typing: true }), false), "1");
});

test("single keys can be switched off, arrows stay", () => {
  assert.equal(shortcut(press("4"), false), undefined);
  assert.equal(shortcut(press("ArrowDown"), false), "ArrowDown");
});

test("the browser's own shortcuts are left alone", () => {
  assert.equal(shortcut(press("n", { control: true }), true), undefined);
});

test("a checkbox takes no text, a text field does", () => {
  assert.equal(takesText({ tagName: "INPUT", type: "checkbox" }), false);
  assert.equal(takesText({ tagName: "INPUT", type: "search" }), true);
  assert.equal(takesText({ tagName: "TEXTAREA" }), true);
  assert.equal(takesText(null), false);
});

test("stepping stops at both ends", () => {
  assert.equal(step(-1, 1, 3), 0);
  assert.equal(step(0, -1, 3), 0);
  assert.equal(step(2, 1, 3), 2);
  assert.equal(step(1, 1, 3), 2);
});
