// The list of one's own notes: shows them, and moves among them with the keyboard.

import { shortcut, step, pressOf } from "./keys.js";
import { part, type Texts, timeOfDay } from "./page.js";

/** A note as the page knows it. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly question: string;
  readonly slot: string;
  readonly competency: string;
  readonly version: number;
  readonly at: Date;
}

/** What the person did with a note of the list. */
export interface Deeds {
  mark(id: string, competency: string): void;
  edit(note: Note): void;
  remove(id: string): void;
}

export class NoteList {
  private readonly list: HTMLElement;
  private readonly blank: HTMLTemplateElement;
  private readonly empty: HTMLElement;
  /** Ids of competencies by the key that marks a note with them. */
  private readonly marks = new Map<string, string>();
  private readonly titles = new Map<string, string>();
  private doomed: string | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly deeds: Deeds,
    private readonly announce: (sentence: string) => void,
  ) {
    this.list = part(root, "[data-notes]");
    this.blank = root.querySelector<HTMLTemplateElement>("template[data-blank-note]")!;
    this.empty = part(root, "[data-no-notes]");
    for (const entry of root.querySelectorAll<HTMLElement>("[data-mark-key]")) {
      this.marks.set(entry.dataset["markKey"] ?? "", entry.dataset["competency"] ?? "");
      this.titles.set(entry.dataset["competency"] ?? "", entry.dataset["title"] ?? "");
    }
    this.list.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("change", (event) => this.chosen(event));
    this.list.addEventListener("focusin", (event) => this.focused(event));
    this.list.scrollTop = this.list.scrollHeight;
    this.tidy();
  }

  /** Shows a note that is new, or shows it as it is now. */
  show(note: Note, isWaiting: boolean): void {
    let element = this.find(note.id);
    if (element === undefined) {
      element = this.blank.content.firstElementChild!.cloneNode(true) as HTMLElement;
      element.dataset["note"] = note.id;
      this.list.append(element);
      this.list.scrollTop = this.list.scrollHeight;
    }
    element.dataset["version"] = String(note.version);
    element.dataset["competency"] = note.competency;
    element.dataset["question"] = note.question;
    element.dataset["slot"] = note.slot;
    element.dataset["at"] = note.at.toISOString();
    part(element, "[data-note-text]").textContent = note.text;
    part(element, "time").textContent = timeOfDay(note.at, this.root.dataset["zone"] ?? "UTC");
    this.showWhere(element, note);
    part<HTMLSelectElement>(element, "select").value = note.competency;
    part(element, "[data-waiting]").hidden = !isWaiting;
    this.tidy();
  }

  private showWhere(element: HTMLElement, note: Note): void {
    const question = this.root.querySelector<HTMLElement>(`[data-question-title="${CSS.escape(note.question)}"]`);
    const where = [
      question?.textContent?.trim() ?? "",
      note.slot === "" ? "" : this.texts.of("slot-" + note.slot),
    ].filter((one) => one !== "");
    part(element, "[data-where]").textContent = where.join(" · ");
  }

  get(id: string): Note | undefined {
    const element = this.find(id);
    return element === undefined ? undefined : noteOf(element);
  }

  drop(id: string): void {
    const element = this.find(id);
    const next = element?.nextElementSibling ?? element?.previousElementSibling;
    const hadFocus = element?.contains(document.activeElement) === true;
    element?.remove();
    this.tidy();
    if (hadFocus && next instanceof HTMLElement) {
      this.focus(next);
    }
  }

  setWaiting(id: string, isWaiting: boolean): void {
    const element = this.find(id);
    if (element !== undefined) {
      part(element, "[data-waiting]").hidden = !isWaiting;
    }
  }

  /** Puts the focus on the newest note; false when there is none. */
  focusLast(): boolean {
    const last = this.elements().at(-1);
    if (last !== undefined) {
      this.focus(last);
    }
    return last !== undefined;
  }

  private focus(element: HTMLElement): void {
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  }

  private elements(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[data-note]")];
  }

  private find(id: string): HTMLElement | undefined {
    return this.elements().find((element) => element.dataset["note"] === id);
  }

  /** One note of the list is reached with Tab, the others with the arrows. */
  private tidy(current?: HTMLElement): void {
    const all = this.elements();
    const reached = current ?? all.find((element) => element.tabIndex === 0) ?? all.at(-1);
    all.forEach((element) => (element.tabIndex = element === reached ? 0 : -1));
    this.empty.hidden = all.length > 0;
  }

  private focused(event: FocusEvent): void {
    const element = noteAround(event.target);
    if (element !== undefined) {
      this.tidy(element);
    }
  }

  private pressed(event: KeyboardEvent): void {
    const element = noteAround(event.target);
    const key = shortcut(pressOf(event), true);
    if (element === undefined || key === undefined || event.target !== element) {
      return;
    }
    if (this.act(element, key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private act(element: HTMLElement, key: string): boolean {
    const competency = this.marks.get(key);
    if (competency !== undefined) {
      this.mark(element, element.dataset["competency"] === competency ? "" : competency);
      return true;
    }
    switch (key) {
      case "ArrowDown":
      case "j":
      case "ArrowUp":
      case "k": {
        const all = this.elements();
        const next = all[step(all.indexOf(element), key === "ArrowDown" || key === "j" ? 1 : -1, all.length)];
        if (next !== undefined) {
          this.focus(next);
        }
        return true;
      }
      case "e":
      case "Enter":
        this.deeds.edit(noteOf(element));
        return true;
      case "x":
      case "Delete":
        this.remove(element);
        return true;
      default:
        return false;
    }
  }

  private mark(element: HTMLElement, competency: string): void {
    element.dataset["competency"] = competency;
    part<HTMLSelectElement>(element, "select").value = competency;
    const title = this.titles.get(competency);
    this.announce(title === undefined ? this.texts.of("unmarked") : this.texts.of("marked", title));
    this.deeds.mark(element.dataset["note"] ?? "", competency);
  }

  /** The first time asks, the second time does it. */
  private remove(element: HTMLElement): void {
    const id = element.dataset["note"] ?? "";
    if (this.doomed !== id) {
      this.doomed = id;
      part(element, "[data-remove]").textContent = this.texts.of("remove-sure");
      this.announce(this.texts.of("remove-sure-said"));
      return;
    }
    this.doomed = undefined;
    this.deeds.remove(id);
    this.announce(this.texts.of("removed"));
  }

  private clicked(event: Event): void {
    const element = noteAround(event.target);
    const button = event.target instanceof HTMLElement ? event.target.closest("button") : null;
    if (element === undefined || button === null) {
      return;
    }
    if (button.matches("[data-edit]")) {
      this.deeds.edit(noteOf(element));
    } else if (button.matches("[data-remove]")) {
      this.remove(element);
    }
  }

  private chosen(event: Event): void {
    const element = noteAround(event.target);
    if (element !== undefined && event.target instanceof HTMLSelectElement) {
      this.mark(element, event.target.value);
    }
  }
}

function noteAround(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-note]") ?? undefined) : undefined;
}

function noteOf(element: HTMLElement): Note {
  return {
    id: element.dataset["note"] ?? "",
    text: part(element, "[data-note-text]").textContent ?? "",
    question: element.dataset["question"] ?? "",
    slot: element.dataset["slot"] ?? "",
    competency: element.dataset["competency"] ?? "",
    version: Number(element.dataset["version"] ?? 1),
    at: new Date(element.dataset["at"] ?? 0),
  };
}
