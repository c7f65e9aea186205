// What an island takes from its page: texts, time, a place to announce, and a line to the server.

/** Texts of the page's message bundle, in hidden elements with data-text. */
export class Texts {
  private readonly known = new Map<string, string>();

  constructor(root: ParentNode) {
    for (const element of root.querySelectorAll<HTMLElement>("[data-text]")) {
      this.known.set(element.dataset["text"] ?? "", element.textContent?.trim() ?? "");
    }
  }

  of(name: string, ...values: readonly (string | number)[]): string {
    const text = this.known.get(name) ?? name;
    return values.reduce<string>((filled, value, index) => filled.replaceAll(`{${index}}`, String(value)), text);
  }
}

/** The element inside, which the template promises. */
export function part<E extends HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) {
    throw new Error("the page has no " + selector);
  }
  return found;
}

/** The browser's storage; where it is switched off, what is kept lasts as long as the page. */
export function storage(): Storage | undefined {
  try {
    const key = "touchstone.try";
    localStorage.setItem(key, key);
    localStorage.removeItem(key);
    return localStorage;
  } catch {
    return undefined;
  }
}

/** A new id, also where the page came without TLS and randomUUID is missing. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Hours and minutes in the person's zone. */
export function timeOfDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(at);
}

/** Reads a sentence to people who do not see the page. */
export function announcer(element: HTMLElement): (sentence: string) => void {
  return (sentence) => {
    element.textContent = "";
    setTimeout(() => (element.textContent = sentence), 50);
  };
}

/** Standings of which nobody needs to be told. */
const QUIET = new Set(["saved", "sending", "saving", "unsaved", "here"]);

/** How it stands with saving: shown at once, read out only when something is wrong and when it is right again. */
export class StandingLine {
  private trouble = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly announce: (sentence: string) => void,
  ) {}

  show(standing: string, value: string | number = ""): void {
    const place = part(this.root, "[data-standing]");
    const text = this.texts.of("standing-" + standing, value);
    place.textContent = text;
    place.dataset["standing"] = standing;
    part(this.root, "[data-sign-in]").hidden = standing !== "signed-out";
    if (!QUIET.has(standing) && this.trouble !== standing) {
      this.trouble = standing;
      this.announce(text);
    } else if (standing === "saved" && this.trouble !== "") {
      this.trouble = "";
      this.announce(text);
    }
  }
}

/** What the server said. */
export type Reply =
  | { readonly kind: "ok"; readonly body: unknown }
  | { readonly kind: "conflict"; readonly body: unknown }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" };

/** Speaks JSON with the server for the person who opened the page, and for nobody else. */
export class Line {
  private token: string;
  private readonly header: string;
  private readonly person: string;

  constructor(
    element: HTMLElement,
    private readonly page: string,
  ) {
    this.token = element.dataset["csrfToken"] ?? "";
    this.header = element.dataset["csrfHeader"] ?? "";
    this.person = element.dataset["person"] ?? "";
  }

  async send(method: string, path: string, body: unknown): Promise<Reply> {
    try {
      const first = await this.request(method, path, body);
      if (!needsSignIn(first)) {
        return await reply(first);
      }
      // The session is over, or another one has begun since the page was opened.
      if (!(await this.renew())) {
        return { kind: "signed-out" };
      }
      const second = await this.request(method, path, body);
      return needsSignIn(second) ? { kind: "signed-out" } : await reply(second);
    } catch {
      return { kind: "offline" };
    }
  }

  private request(method: string, path: string, body: unknown): Promise<Response> {
    return fetch(path, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json", [this.header]: this.token },
      body: JSON.stringify(body),
      redirect: "manual",
      credentials: "same-origin",
      signal: AbortSignal.timeout(15_000),
    });
  }

  /** Opens the page again, unseen, for a token of the present session; false when the same person is not signed in. */
  private async renew(): Promise<boolean> {
    const response = await fetch(this.page, { redirect: "manual", signal: AbortSignal.timeout(15_000) });
    if (!response.ok) {
      return false;
    }
    const opened = new DOMParser().parseFromString(await response.text(), "text/html");
    const element = opened.querySelector<HTMLElement>("[data-csrf-token]");
    if (element === null || element.dataset["person"] !== this.person) {
      return false;
    }
    this.token = element.dataset["csrfToken"] ?? "";
    return true;
  }
}

function needsSignIn(response: Response): boolean {
  return response.type === "opaqueredirect" || response.status === 401 || response.status === 403;
}

async function reply(response: Response): Promise<Reply> {
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    return { kind: "offline" };
  }
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.includes("json") === true;
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : {};
  if (response.ok) {
    return { kind: "ok", body };
  }
  if (response.status === 409) {
    return { kind: "conflict", body };
  }
  const sentence = (body as { sentence?: string }).sentence;
  return { kind: "refused", sentence: sentence ?? String(response.status) };
}
