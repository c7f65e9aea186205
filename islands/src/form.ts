// Reads and fills the fields of the scorecard's form.

import type { Fields } from "./draft.js";

/** Names of fields that belong to the scorecard, not to the form around it. */
const OURS = /^(?:rating-|evidence-|cite-|recommendation$|summary$|reason$)/;

type Control = HTMLInputElement | HTMLTextAreaElement;

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && OURS.test(element.name),
  );
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
}

export function read(form: HTMLFormElement): Fields {
  const fields: Record<string, string> = {};
  for (const control of controls(form)) {
    const before = fields[control.name] ?? "";
    if (!isChoice(control)) {
      fields[control.name] = control.value.replaceAll("\r\n", "\n");
    } else if (control.checked) {
      fields[control.name] = before === "" ? control.value : before + "," + control.value;
    } else {
      fields[control.name] = before;
    }
  }
  return fields;
}

/** Puts values into the form; fields that it does not name stay. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const control of controls(form)) {
    const value = fields[control.name];
    if (value === undefined) {
      continue;
    }
    if (isChoice(control)) {
      control.checked = value.split(",").includes(control.value);
    } else if (control.value !== value) {
      control.value = value;
    }
  }
}

/** What a person calls the field. */
export function label(form: HTMLFormElement, field: string): string {
  const control = controls(form).find((one) => one.name === field);
  return control?.closest<HTMLElement>("[data-label]")?.dataset["label"] ?? field;
}

/** A value in the words of the page: a choice by its label, text as it is. */
export function inWords(form: HTMLFormElement, field: string, value: string): string {
  const choices = controls(form).filter((one) => one.name === field && isChoice(one));
  if (choices.length === 0) {
    return value;
  }
  return choices
    .filter((one) => value.split(",").includes(one.value))
    .map((one) => one.closest("label")?.textContent?.replaceAll(/\s+/g, " ").trim() ?? one.value)
    .join("\n");
}
