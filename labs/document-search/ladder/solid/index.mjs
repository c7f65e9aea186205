// Paragraphs, found by their words and their document's title (BM25).

const WORDS = 70;
const TITLE = 0.3; // what a word of the title counts
const K1 = 0.9;
const B = 0.4;
const DEPTH = 50;
const STOP = new Set(
  ("a an and are as at be by did do does for from has have how if in into is it its of on or our that the their then there " +
    "these they this to was we what when where which who will with you your").split(" "),
);

export function terms(text) {
  return (text.toLowerCase().match(/[\p{L}\d]+(?:[-_.][\p{L}\d]+)*/gu) ?? [])
    .flatMap((word) => (/[-_.]/.test(word) ? [word, ...word.split(/[-_.]/)] : [word]))
    .filter((word) => !STOP.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, "") : word));
}

/** Paragraphs; long ones are cut between lines or sentences. */
function cut(document) {
  const passages = [];
  for (const paragraph of document.body.split(/\n\s*\n/)) {
    let text = "";
    for (const piece of paragraph.split(/(?<=[.!?]\s+)(?=[A-Z])|(?<=\n)/)) {
      if (text && `${text}${piece}`.split(/\s+/).length > WORDS) {
        passages.push({ document, text });
        text = "";
      }
      text += piece;
    }
    if (text.trim()) passages.push({ document, text: text.trim() });
  }
  return passages;
}

export class Index {
  #byDocument = new Map(); // id -> passages
  #postings = new Map(); // term -> Map(passage -> count)
  #words = 0;
  #passages = 0;

  /** Replaces or adds a document; what was known of it before is gone. */
  put(document) {
    this.remove(document.id);
    const passages = cut(document);
    for (const passage of passages) {
      const all = terms(passage.text);
      const title = terms(document.title);
      passage.length = all.length;
      passage.terms = new Set([...all, ...title]);
      for (const [term, weight] of [...all.map((term) => [term, 1]), ...title.map((term) => [term, TITLE])]) {
        if (!this.#postings.has(term)) this.#postings.set(term, new Map());
        const posting = this.#postings.get(term);
        posting.set(passage, (posting.get(passage) ?? 0) + weight);
      }
      this.#words += passage.length;
      this.#passages += 1;
    }
    this.#byDocument.set(document.id, passages);
  }

  remove(id) {
    for (const passage of this.#byDocument.get(id) ?? []) {
      for (const term of passage.terms) this.#postings.get(term).delete(passage);
      this.#words -= passage.length;
      this.#passages -= 1;
    }
    this.#byDocument.delete(id);
  }

  /** The best passages as [passage, score], best first. */
  search(query) {
    const scores = new Map();
    const average = this.#words / Math.max(1, this.#passages);
    for (const term of new Set(terms(query))) {
      const posting = this.#postings.get(term) ?? new Map();
      const rarity = Math.log(1 + (this.#passages - posting.size + 0.5) / (posting.size + 0.5));
      for (const [passage, count] of posting) {
        const weight = (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * passage.length) / average));
        scores.set(passage, (scores.get(passage) ?? 0) + weight);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).slice(0, DEPTH);
  }
}
