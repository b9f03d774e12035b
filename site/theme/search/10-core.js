// Finds the pages that fit a query. It knows the index (package search) and
// nothing of the page: what it needs of the index it gets from lookup.
//
// A word of the query finds itself, other forms of itself (in English only), and,
// as the last one of the query, the words that it begins. A word that finds
// nothing so finds the words that differ from it by one slip: a letter too many,
// too few, wrong, or two in each other's place, but the first letter right.
//
// A page counts as much as its words do, each where it counts most, and more if
// it has all of them; rare words count more than common ones. The place shown is
// the one that has most, in its heading and text, of those words that the title has
// not.
(() => {
  "use strict";

  const PLACES = 64; // of a page
  const POINTS = [1, 1.5, 2, 3, 6, 7, 12, 14]; // by Weight
  const IN_DESCRIPTION = 3;
  const IN_TITLE = 6;
  const OTHER_FORM = 0.9;
  const BEGINNING = 0.6;
  const SLIP = 0.5;
  const MOST_WORDS = 12; // of a query

  // stem takes the usual endings off an English word: doses, dosing and dosed
  // become "dos", like dose; therapies becomes "therapy", like therapy.
  function stem(word) {
    if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
    if (word.length > 4 && /(s|x|z|ch|sh)es$/.test(word)) word = word.slice(0, -2);
    else if (word.length > 3 && /[^siu]s$/.test(word)) word = word.slice(0, -1);
    for (const [ending, least] of [["ing", 6], ["ed", 5]]) {
      const rest = word.slice(0, -ending.length);
      if (word.length < least || !word.endsWith(ending) || !/[aeiouy]/.test(rest) || rest.endsWith("e")) continue;
      word = /([^aeioulsz])\1$/.test(rest) ? rest.slice(0, -1) : rest;
      break;
    }
    return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  // slip says whether two different words differ by one slip.
  function slip(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let from = 0;
    while (from < a.length && a[from] === b[from]) from++;
    let to = 0;
    while (to < Math.min(a.length, b.length) - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
    const [x, y] = [a.slice(from, a.length - to), b.slice(from, b.length - to)];
    return Math.max(x.length, y.length) <= 1 || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
  }

  // found are the words of the index that a word of the query finds, each with
  // how well it fits: [word, fit, numbers].
  async function found(term, isLast, english, lookup) {
    const base = english ? stem(term) : term;
    const forms = english && base.endsWith("y") ? base.slice(0, -1) : base;
    const all = [];
    for (const [word, ...numbers] of await lookup(base.length < 2 ? term : forms)) {
      if (word === term) all.push([word, 1, numbers]);
      else if (english && stem(word) === base) all.push([word, OTHER_FORM, numbers]);
      else if (isLast && word.startsWith(term)) all.push([word, BEGINNING, numbers]);
    }
    if (all.length > 0 || term.length < 4) return all;
    for (const [word, ...numbers] of await lookup(term[0])) {
      if (slip(term, word)) all.push([word, SLIP, numbers]);
    }
    return all;
  }

  // places are where a word of the query is: by number, the best score there and
  // the words that are there.
  function places(matches, count) {
    const all = new Map();
    const rare = Math.log(1 + count / matches.reduce((sum, [, , numbers]) => sum + numbers.length, 1));
    for (const [word, fit, numbers] of matches) {
      let at = 0;
      for (const number of numbers) {
        at += Math.floor(number / 8);
        const score = POINTS[number % 8] * fit * rare;
        const known = all.get(at);
        if (!known) all.set(at, { score, weight: number % 8, words: [word] });
        else {
          known.words.push(word);
          if (score > known.score) Object.assign(known, { score, weight: number % 8 });
        }
      }
    }
    return all;
  }

  // rank puts the places of all words of the query together to pages.
  function rank(terms) {
    const pages = new Map();
    terms.forEach((term, i) => {
      for (const [at, hit] of term) {
        const number = Math.floor(at / PLACES);
        let page = pages.get(number);
        if (!page) pages.set(number, (page = { page: number, hits: terms.map(() => []), score: 0, place: 0 }));
        page.hits[i].push({ place: at % PLACES, ...hit });
      }
    });
    for (const page of pages.values()) judge(page);
    return [...pages.values()].sort((a, b) => b.score - a.score || a.page - b.page);
  }

  function judge(page) {
    const had = page.hits.filter((hits) => hits.length > 0);
    const sum = had.reduce((all, hits) => all + Math.max(...hits.map((hit) => hit.score)), 0);
    page.score = sum * (had.length / page.hits.length) ** 2;
    const byPlace = new Map();
    for (const hits of had) {
      if (hits.some((hit) => hit.weight >= IN_TITLE)) continue;
      for (const hit of hits) if (hit.weight !== IN_DESCRIPTION) byPlace.set(hit.place, (byPlace.get(hit.place) ?? 0) + hit.score);
    }
    let best = 0;
    for (const [place, score] of [...byPlace].sort((a, b) => a[0] - b[0])) {
      if (score > best) [best, page.place] = [score, place];
    }
    // Whether the text of the place, not only title and description, has a word.
    page.inText = had.flat().some((hit) => hit.place === page.place && hit.weight !== IN_DESCRIPTION && hit.weight !== IN_TITLE);
    page.words = [...new Set(had.flat().filter((hit) => hit.place === page.place || hit.weight >= IN_TITLE).flatMap((hit) => hit.words))];
    delete page.hits;
  }

  // find returns the pages that fit a query, the best first: the number of each,
  // that of its place, its words.
  async function find(query, index) {
    const terms = [...new Set(iddWords.words(query))].slice(0, MOST_WORDS);
    const all = [];
    for (const [i, term] of terms.entries()) {
      const matches = await found(term, i === terms.length - 1, index.language.startsWith("en"), index.lookup);
      all.push(places(matches, index.places));
    }
    return rank(all);
  }

  globalThis.iddSearch = { find, stem, slip };
})();
