// Finds the elements of a page that need a program, and starts it; again whenever htmx has put in something new.

import { room } from "./room.js";
import { scorecard, submitted } from "./scorecard.js";

/** Starts an island on its element. It is called once per element. */
type Island = (element: HTMLElement) => void;

const islands: Record<string, Island> = { room, scorecard, submitted };

function mount(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-island]:not([data-mounted])")) {
    const island = islands[element.dataset["island"] ?? ""];
    if (island !== undefined) {
      element.dataset["mounted"] = "true";
      island(element);
    }
  }
}

mount(document);
document.addEventListener("htmx:load", () => mount(document));
