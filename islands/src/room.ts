// The interviewer's room: notes, ticks and times by keyboard; what does not reach the server waits on this device.

import { NoteField } from "./field.js";
import { Help } from "./help.js";
import { pressOf, shortcut } from "./keys.js";
import { Kit, type Tick } from "./kit.js";
import { type Note, NoteList } from "./notes.js";
import { announcer, freshId, Line, part, StandingLine, storage, Texts } from "./page.js";
import { type Answer, type Kept, type Operation, Queue, Sender, type Standing } from "./queue.js";

export function room(root: HTMLElement): void {
  new Room(root).open();
}

class Room {
  private readonly texts: Texts;
  private readonly announce: (sentence: string) => void;
  private readonly shelf = storage();
  private readonly standing: StandingLine;
  private readonly queue: Queue;
  private readonly sender: Sender;
  private readonly line: Line;
  private readonly notes: NoteList;
  private readonly kit: Kit;
  private readonly help: Help;
  private readonly field: NoteField;

  constructor(private readonly root: HTMLElement) {
    this.texts = new Texts(root);
    this.announce = announcer(part(root, "[data-announce]"));
    this.standing = new StandingLine(root, this.texts, this.announce);
    this.line = new Line(root, this.address("/room"));
    const whose = `touchstone.room.${root.dataset["interview"]}.${root.dataset["person"]}.`;
    this.queue = new Queue(this.shelf ?? passing(), whose + "queue.");
    this.sender = new Sender(this.queue, {
      send: (operation) => this.send(operation),
      later: (milliseconds, work) => setTimeout(work, milliseconds),
      chance: () => Math.random(),
      changed: (standing, answer) => this.changed(standing, answer),
    });
    this.kit = new Kit(root, this.texts, (tick) => this.tick(tick), this.announce);
    this.help = new Help(root, this.shelf);
    this.notes = new NoteList(
      root,
      this.texts,
      {
        mark: (note, competency) => this.put({ kind: "mark", note, competency }),
        edit: (note) => this.field.edit(note.id, note.text),
        remove: (note) => this.remove(note),
      },
      this.announce,
    );
    this.field = this.noteField(part<HTMLTextAreaElement>(root, "[data-note-field]"), whose + "field", "");
    for (const area of root.querySelectorAll<HTMLTextAreaElement>("textarea[data-slot]")) {
      const slot = area.dataset["slot"] ?? "";
      this.noteField(area, `${whose}slot.${area.dataset["of"]}.${slot}`, slot);
    }
  }

  open(): void {
    for (const kept of this.queue.all()) {
      this.showAgain(kept);
    }
    part<HTMLFormElement>(this.root, "[data-note-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.field.submit();
    });
    part(this.root, "[data-discard]").addEventListener("click", () => this.discard());
    this.listen(document, "keydown", (event) => this.pressed(event as KeyboardEvent));
    this.listen(window, "online", () => void this.sender.go());
    this.listen(window, "focus", () => void this.sender.go());
    this.showRefused();
    void this.sender.go();
  }

  private address(path: string): string {
    return `/interviews/${this.root.dataset["interview"]}${path}`;
  }

  /** Listens outside of the island for as long as the island is on the page. */
  private listen(target: EventTarget, type: string, work: (event: Event) => void): void {
    const listener = (event: Event): void => {
      if (this.root.isConnected) {
        work(event);
      } else {
        target.removeEventListener(type, listener);
      }
    };
    target.addEventListener(type, listener);
  }

  private noteField(area: HTMLTextAreaElement, key: string, slot: string): NoteField {
    return new NoteField(
      area,
      this.shelf,
      key,
      (text, edited) => (edited === undefined ? this.add(text, slot, area.dataset["of"]) : this.change(edited, text)),
      (isEditing) => {
        part(this.root, "[data-editing]").hidden = !isEditing;
      },
    );
  }

  private add(text: string, slot: string, question = this.kit.question): boolean {
    const note: Note = { id: freshId(), text, question, slot, competency: "", version: 1, at: new Date() };
    const at = note.at.toISOString();
    if (!this.put({ kind: "add", note: note.id, text, question, slot, competency: "", at })) {
      return false;
    }
    this.notes.show(note, true);
    this.announce(this.texts.of("noted"));
    return true;
  }

  private change(id: string, text: string): boolean {
    const note = this.notes.get(id);
    if (note === undefined || note.text === text) {
      return true;
    }
    if (!this.put({ kind: "edit", note: id, text, version: note.version })) {
      return false;
    }
    this.notes.show({ ...note, text }, true);
    this.announce(this.texts.of("changed"));
    return true;
  }

  private remove(note: string): void {
    if (this.put({ kind: "remove", note })) {
      this.notes.drop(note);
    }
  }

  private tick(tick: Tick): void {
    const { question, item, on } = tick;
    this.put({ kind: "tick", question, tick: tick.tick, item, on, at: tick.at.toISOString() });
  }

  private put(operation: Operation): boolean {
    const isKept = this.queue.put(operation, Date.now(), freshId().slice(0, 8));
    if (isKept) {
      void this.sender.go();
    } else {
      this.stand("full");
    }
    return isKept;
  }

  private async send(operation: Operation): Promise<Answer> {
    const reply = await this.line.send(...this.request(operation));
    switch (reply.kind) {
      case "ok": {
        const version = (reply.body as { version?: number }).version;
        return version === undefined ? { kind: "done" } : { kind: "done", version };
      }
      case "conflict":
        return operation.kind === "edit" ? { kind: "conflict" } : { kind: "refused", reason: this.texts.of("not-taken") };
      case "refused":
        return { kind: "refused", reason: reply.sentence };
      case "offline":
      case "signed-out":
        return { kind: reply.kind };
    }
  }

  private request(operation: Operation): [string, string, unknown] {
    switch (operation.kind) {
      case "add": {
        const { note, text, question, slot, competency, at } = operation;
        return ["POST", this.address("/notes"), { client: note, text, question, slot, competency, at }];
      }
      case "edit":
        return ["PATCH", this.address("/notes/" + operation.note), { text: operation.text, version: operation.version }];
      case "mark":
        return ["PATCH", this.address("/notes/" + operation.note), { competency: operation.competency }];
      case "remove":
        return ["DELETE", this.address("/notes/" + operation.note), {}];
      case "tick": {
        const { question, tick, item, on, at } = operation;
        return ["POST", this.address("/ticks"), { question, kind: tick, item, on, at }];
      }
    }
  }

  private changed(standing: Standing, answered?: { readonly kept: Kept; readonly answer: Answer }): void {
    if (answered !== undefined && answered.kept.operation.kind !== "tick") {
      this.answered(answered.kept.operation, answered.answer);
    }
    this.stand(standing);
    this.showRefused();
  }

  private answered(operation: Exclude<Operation, { kind: "tick" }>, answer: Answer): void {
    if (answer.kind === "conflict" && operation.kind === "edit") {
      // The note was changed elsewhere in the meantime: both wordings stay.
      this.add(operation.text, "");
      this.announce(this.texts.of("changed-elsewhere"));
    }
    const stillWaits = this.queue.all().some(({ operation: one }) => one.kind !== "tick" && one.note === operation.note);
    const note = this.notes.get(operation.note);
    if (note !== undefined && answer.kind === "done" && answer.version !== undefined) {
      this.notes.show({ ...note, version: answer.version }, stillWaits);
    } else {
      this.notes.setWaiting(operation.note, stillWaits);
    }
  }

  private stand(standing: Standing | "full"): void {
    this.standing.show(standing, this.queue.waiting().length);
    if (standing === "saved") {
      // Another tab may have sent what this one was still showing as waiting.
      this.root.querySelectorAll<HTMLElement>("[data-note] [data-waiting]").forEach((badge) => (badge.hidden = true));
    }
  }

  /** What was done before a reload and has not been sent is shown again. */
  private showAgain(kept: Kept): void {
    const operation = kept.operation;
    switch (operation.kind) {
      case "add":
        if (this.notes.get(operation.note) === undefined) {
          const { note: id, text, question, slot, competency } = operation;
          this.notes.show({ id, text, question, slot, competency, version: 1, at: new Date(operation.at) }, true);
        }
        return;
      case "edit":
      case "mark": {
        const note = this.notes.get(operation.note);
        if (note !== undefined) {
          const changed = operation.kind === "edit" ? { text: operation.text } : { competency: operation.competency };
          this.notes.show({ ...note, ...changed }, true);
        }
        return;
      }
      case "remove":
        this.notes.drop(operation.note);
        return;
      case "tick":
        this.kit.apply({ ...operation, at: new Date(operation.at) });
    }
  }

  private showRefused(): void {
    const refused = this.queue.refused();
    const box = part(this.root, "[data-refused]");
    box.hidden = refused.length === 0;
    part(box, "ul").replaceChildren(
      ...refused.map(({ operation, refused: reason }) => {
        const entry = document.createElement("li");
        const text = operation.kind === "add" || operation.kind === "edit" ? operation.text : "";
        entry.textContent = `${reason ?? ""} ${text}`.trim();
        return entry;
      }),
    );
  }

  private discard(): void {
    for (const kept of this.queue.refused()) {
      this.queue.done(kept.key);
    }
    this.showRefused();
    this.field.area.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const key = shortcut(pressOf(event), this.help.singleKeys);
    if (key !== undefined && !event.defaultPrevented && this.act(key)) {
      event.preventDefault();
    }
  }

  private act(key: string): boolean {
    if (key === "?") {
      this.help.toggle();
      return true;
    }
    if (this.help.isOpen) {
      return false;
    }
    switch (key) {
      case "n":
        this.field.area.focus();
        return true;
      case "j":
        this.kit.go(1);
        return true;
      case "k":
        this.kit.go(-1);
        return true;
      case "s":
        this.kit.startOrEnd();
        return true;
      case "r":
        this.kit.firstNotAsked();
        return true;
      case "c":
        this.kit.closing();
        return true;
      case "l":
        return this.notes.focusLast();
      default:
        return /^[1-9]$/.test(key) && this.kit.point(Number(key));
    }
  }
}

/** Where the browser keeps nothing, things are kept as long as the page is open. */
function passing(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
