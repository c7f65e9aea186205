// Passages of equal length, found by words (BM25) and by meaning (vectors), joined by reciprocal rank fusion.

const WORDS = 90;
const OVERLAP = 20;
const K1 = 1.2;
const B = 0.75;
const FUSION = 60;
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

function cut(document) {
  const words = document.body.split(/(?<=\s)/);
  const passages = [];
  for (let from = 0; from === 0 || from + OVERLAP < words.length; from += WORDS - OVERLAP) {
    passages.push({ document, text: words.slice(from, from + WORDS).join("") });
  }
  return passages;
}

export class Index {
  #byDocument = new Map(); // id -> passages
  #postings = new Map(); // term -> Map(passage -> count)
  #words = 0;
  #passages = 0;

  /** Replaces or adds a document; gives back its passages, which have no vectors yet. */
  put(document) {
    this.remove(document.id);
    const passages = cut(document);
    for (const passage of passages) {
      const all = terms(`${document.title} ${passage.text}`);
      passage.length = all.length;
      passage.terms = new Set(all);
      for (const term of all) {
        if (!this.#postings.has(term)) this.#postings.set(term, new Map());
        const posting = this.#postings.get(term);
        posting.set(passage, (posting.get(passage) ?? 0) + 1);
      }
      this.#words += passage.length;
      this.#passages += 1;
    }
    this.#byDocument.set(document.id, passages);
    return passages;
  }

  remove(id) {
    for (const passage of this.#byDocument.get(id) ?? []) {
      for (const term of passage.terms) this.#postings.get(term).delete(passage);
      this.#words -= passage.length;
      this.#passages -= 1;
    }
    this.#byDocument.delete(id);
  }

  documents() {
    return [...this.#byDocument.values()].map((passages) => passages[0].document);
  }

  #byWords(query) {
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
    return best(scores);
  }

  #byMeaning(vector) {
    const scores = new Map();
    for (const passages of this.#byDocument.values()) {
      for (const passage of passages) {
        if (!passage.vector) continue;
        let score = 0;
        for (let i = 0; i < vector.length; i++) score += vector[i] * passage.vector[i];
        scores.set(passage, score);
      }
    }
    return best(scores);
  }

  /** The best passages as [passage, score], best first. Without a vector the words decide alone. */
  search(query, vector) {
    const fused = new Map();
    for (const ranking of [this.#byWords(query), vector ? this.#byMeaning(vector) : []]) {
      ranking.forEach(([passage], rank) => fused.set(passage, (fused.get(passage) ?? 0) + 1 / (FUSION + rank + 1)));
    }
    return best(fused);
  }
}

function best(scores) {
  return [...scores].sort((a, b) => b[1] - a[1]).slice(0, DEPTH);
}
