// Fetches the index, as far as it is needed.
(() => {
  "use strict";

  const MOST_FILES = 6; // of words for one beginning

  async function open(address) {
    const fetched = new Map(); // by name
    const load = (name) => {
      if (typeof name !== "string") return Promise.resolve(name); // it stands in the first file
      if (!fetched.has(name)) fetched.set(name, json(new URL(name, address)));
      return fetched.get(name);
    };
    const first = await json(address);

    // The words of the index that begin so, in their order.
    async function lookup(beginning) {
      const runs = first.words;
      const upTo = (from) => runs[from + 1]?.[0];
      const needed = runs.filter(([word], i) => (word <= beginning || word.startsWith(beginning)) && (i + 1 === runs.length || upTo(i) > beginning || upTo(i).startsWith(beginning)));
      const lists = await Promise.all(needed.slice(0, MOST_FILES).map(([, run]) => load(run)));
      return lists.flat().filter(([word]) => word.startsWith(beginning));
    }

    // What is known of a page.
    async function page(number) {
      const perFile = 64;
      const list = await load(first.pages[Math.floor(number / perFile)]);
      const [address, title, description, audience, ...headings] = list[number % perFile];
      return { address, title, description, audience: first.labels[audience], headings };
    }

    return { language: first.language, places: first.places, lookup, page };
  }

  async function json(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  globalThis.iddIndex = { open };
})();
