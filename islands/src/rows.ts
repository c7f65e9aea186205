// Moving through the rows of a scorecard and rating them with keys.

import type { Help } from "./help.js";
import { pressOf, shortcut, step } from "./keys.js";
import { announcer, part, type Texts } from "./page.js";

export class Rows {
  private readonly rows: HTMLElement[];
  private readonly announce: (sentence: string) => void;

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly help: Help,
  ) {
    this.rows = [...root.querySelectorAll<HTMLElement>("[data-row]")];
    this.announce = announcer(part(root, "[data-announce]"));
  }

  listen(): void {
    const listener = (event: KeyboardEvent): void => {
      if (!this.root.isConnected) {
        document.removeEventListener("keydown", listener);
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
        event.preventDefault();
        this.form().requestSubmit();
        return;
      }
      const key = shortcut(pressOf(event), this.help.singleKeys);
      if (key !== undefined && !event.defaultPrevented && this.act(key, event)) {
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", listener);
  }

  private form(): HTMLFormElement {
    return part<HTMLFormElement>(this.root, "form[data-fields]");
  }

  private act(key: string, event: KeyboardEvent): boolean {
    if (key === "?") {
      this.help.toggle();
      return true;
    }
    if (this.help.isOpen) {
      return false;
    }
    const row = this.rowOf(event.target);
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        // Inside of a row the arrows belong to its buttons.
        return (event.altKey || event.target === row) && this.move(row, key === "ArrowDown" ? 1 : -1);
      case "j":
        return this.move(row, 1);
      case "k":
        return this.move(row, -1);
      case "t":
        return this.focusIn(row, "textarea");
      case "c":
        return this.focusIn(row, "input[type=checkbox]");
      case "w":
        part(this.root, "[data-overall] textarea").focus();
        return true;
      default:
        return row !== undefined && /^[0-9n]$/.test(key) && this.rate(row, key);
    }
  }

  private rowOf(target: EventTarget | null): HTMLElement | undefined {
    return target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-row]") ?? undefined) : undefined;
  }

  private move(row: HTMLElement | undefined, by: 1 | -1): boolean {
    const next = this.rows[step(row === undefined ? -1 : this.rows.indexOf(row), by, this.rows.length)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    return next !== undefined;
  }

  private focusIn(row: HTMLElement | undefined, selector: string): boolean {
    const found = row?.querySelector<HTMLElement>(selector);
    found?.focus();
    return found !== null && found !== undefined;
  }

  /** A digit chooses the rating of that number, 0 and n choose "not observed". */
  private rate(row: HTMLElement, key: string): boolean {
    const choice = row.querySelector<HTMLInputElement>(`input[data-key="${key === "n" ? "0" : key}"]`);
    if (choice === null) {
      return false;
    }
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    const words = choice.closest("label")?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
    this.announce(this.texts.of("chosen", row.dataset["label"] ?? "", words));
    return true;
  }
}
