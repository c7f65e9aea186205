// Shows what was changed in two places, field by field, and lets the person choose.

import type { Difference, Fields } from "./draft.js";
import { inWords, label } from "./form.js";
import { part, type Texts } from "./page.js";

/** Shows the differences in the box; calls back with the chosen values when each has been decided. */
export function ask(
  form: HTMLFormElement,
  box: HTMLElement,
  texts: Texts,
  differences: readonly Difference[],
  decided: (fields: Fields) => void,
): void {
  const chosen: Record<string, string> = {};
  let open = differences.length;
  const list = part(box, "[data-differences]");
  list.replaceChildren(
    ...differences.map((difference) =>
      entry(form, texts, difference, (value, element) => {
        chosen[difference.field] = value;
        element.remove();
        open--;
        if (open === 0) {
          box.hidden = true;
          decided(chosen);
        } else {
          part<HTMLButtonElement>(list, "button").focus();
        }
      }),
    ),
  );
  box.hidden = false;
  box.focus();
}

function entry(
  form: HTMLFormElement,
  texts: Texts,
  difference: Difference,
  choose: (value: string, element: HTMLElement) => void,
): HTMLElement {
  const element = document.createElement("li");
  const title = document.createElement("h3");
  title.textContent = label(form, difference.field);
  element.append(title);
  const sides = document.createElement("dl");
  sides.className = "facts";
  sides.append(...side(texts.of("mine"), inWords(form, difference.field, difference.mine), texts));
  sides.append(...side(texts.of("theirs"), inWords(form, difference.field, difference.theirs), texts));
  element.append(sides);
  const buttons = document.createElement("p");
  buttons.className = "row";
  const add = (text: string, value: string): void => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = text;
    button.addEventListener("click", () => choose(value, element));
    buttons.append(button);
  };
  add(texts.of("keep-mine"), difference.mine);
  add(texts.of("take-theirs"), difference.theirs);
  if (isText(difference.field) && difference.mine !== "" && difference.theirs !== "") {
    add(texts.of("keep-both"), difference.mine + "\n\n" + difference.theirs);
  }
  element.append(buttons);
  return element;
}

function side(name: string, value: string, texts: Texts): HTMLElement[] {
  const term = document.createElement("dt");
  term.textContent = name;
  const text = document.createElement("dd");
  text.className = "lines";
  text.textContent = value === "" ? texts.of("nothing") : value;
  return [term, text];
}

function isText(field: string): boolean {
  return field.startsWith("evidence-") || field === "summary" || field === "reason";
}
