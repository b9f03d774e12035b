// The page that searches: a field, and what is found.
(() => {
  "use strict";

  const AT_ONCE = 10; // results shown, and then shown more
  const PAUSE = 150; // ms between a key and the search
  const CALM = 500; // ms before the number found is announced
  const LENGTH = 220; // letters of an excerpt
  const MOST_MARKED = 12; // words in an address

  const finder = document.querySelector("[data-finder]");
  if (!finder) return;
  const site = new URL(finder.dataset.root || "./", location.href);
  const field = finder.querySelector("[data-search-field]");
  const form = field.form;
  const list = finder.querySelector("[data-found]");
  const status = finder.querySelector("[data-found-count]");
  const more = finder.querySelector("[data-found-more]");
  const texts = new Map(); // of pages, by address

  let index; // a promise, once it is asked for
  let results = [];
  let asked = 0; // number of the last search
  let shown = 0; // results that are in the list
  let saying;

  // Who speaks to a computer may say "/" without meaning it: the key that leads here
  // can be turned off. What is kept in the browser says that it is.
  const key = finder.querySelector("[data-search-key]");
  try {
    const box = key.querySelector("input");
    box.checked = !localStorage.getItem("idd-search-key");
    key.hidden = false;
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem("idd-search-key");
      else localStorage.setItem("idd-search-key", "off");
    });
  } catch {} // a browser that keeps nothing has no such choice

  // say is heard when typing has come to rest, not at every key.
  function say(words, wait) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = words), wait);
  }

  function counted(n) {
    const { none, single, many } = finder.dataset;
    if (n === 0) return none;
    return n === 1 ? single : many.replace("{count}", n.toLocaleString(document.documentElement.lang));
  }

  async function search(query, wait) {
    const mine = ++asked;
    try {
      index ??= iddIndex.open(new URL(finder.dataset.index, location.href));
      const opened = await index;
      const found = query.trim() ? await iddSearch.find(query, opened) : [];
      if (mine !== asked) return;
      results = found;
      shown = 0;
      list.replaceChildren();
      await show(opened, mine);
      if (mine !== asked) return;
      const words = finder.hasAttribute("data-missing") && query === suggested && results.length > 0 ? finder.dataset.near : counted(results.length);
      say(query.trim() ? words : "", wait);
    } catch (error) {
      index = undefined; // the next try may go well
      say(finder.dataset.failed, 0);
      console.warn(error);
    }
  }

  async function show(opened, mine) {
    const next = results.slice(shown, shown + AT_ONCE);
    const pages = await Promise.all(next.map((result) => opened.page(result.page)));
    if (mine !== asked) return;
    const items = next.map((result, i) => item(result, pages[i]));
    list.append(...items);
    shown += next.length;
    more.hidden = shown >= results.length;
    return items[0];
  }

  // item is a result in the list.
  function item(result, page) {
    const at = result.place > 0 ? page.headings[2 * (result.place - 1)] : "";
    const heading = result.place > 0 ? page.headings[2 * (result.place - 1) + 1] : "";
    const address = new URL(page.address, site);
    address.searchParams.set("marked", result.words.slice(0, MOST_MARKED).join(" "));
    const link = make("a", heading ? `${page.title}: ${heading}` : page.title);
    link.href = address.href + (at ? `#${encodeURIComponent(at)}` : "");
    const where = make("span", page.audience, "found-audience");
    const excerpt = make("p", "", "found-text");
    const line = make("li", "", "found-item");
    line.append(link, where, excerpt);
    mark(excerpt, page.description, result.words);
    if (result.inText) cite(excerpt, new URL(page.address, site), at, result.words);
    return line;
  }

  function make(name, text, kind) {
    const element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  // cite puts what the page says at the place in the place of its description.
  async function cite(excerpt, address, at, words) {
    if (!texts.has(address.href)) texts.set(address.href, fetch(address).then((answer) => (answer.ok ? answer.text() : "")));
    const page = new DOMParser().parseFromString(await texts.get(address.href).catch(() => ""), "text/html");
    const said = passage(page.querySelector(".article"), at);
    const cut = extract(said, words);
    if (cut) mark(excerpt, cut, words);
  }

  // passage is the text from a heading, or from the beginning, to the next heading
  // that begins a place.
  function passage(article, at) {
    if (!article) return "";
    const begins = (element) => /^H[23]$/.test(element.tagName) && element.id;
    let inside = at === "";
    let text = "";
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches("svg, button, noscript, iframe, .simulator-note") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (inside && !node.parentElement.closest("h2[id], h3[id]")) text += node.data;
      } else if (begins(node)) {
        if (inside && node.id !== at) break;
        inside ||= node.id === at;
      } else if (/^(P|LI|TD|TH|DT|DD|H[2-6])$/.test(node.tagName)) text += " ";
    }
    return text.replace(/\s+/g, " ").trim();
  }

  // extract is the part of a text with the most words that were looked for.
  function extract(text, words) {
    const wanted = new Set(words);
    const hits = [...iddWords.runs(text)].filter((run) => run.words.some((word) => wanted.has(word)));
    if (hits.length === 0) return "";
    let best = 0;
    let start = hits[0].at;
    for (const from of hits) {
      const kinds = new Set(hits.filter((run) => run.at >= from.at && run.end <= from.at + LENGTH - 60).flatMap((run) => run.words));
      if (kinds.size > best) [best, start] = [kinds.size, from.at];
    }
    let from = Math.max(0, start - 60);
    if (from > 0) from = text.indexOf(" ", from) + 1;
    if (from > start) from = start;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), start + 1);
    return (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }

  // mark writes a text into an element with the words that were looked for marked.
  function mark(element, text, words) {
    const wanted = new Set(words);
    const parts = [];
    let from = 0;
    for (const run of iddWords.runs(text)) {
      if (!run.words.some((word) => wanted.has(word))) continue;
      parts.push(text.slice(from, run.at), make("mark", text.slice(run.at, run.end)));
      from = run.end;
    }
    element.replaceChildren(...parts, text.slice(from));
  }

  let pausing;
  field.addEventListener("input", () => {
    clearTimeout(pausing);
    pausing = setTimeout(() => {
      keep(field.value);
      search(field.value, CALM);
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pausing);
    keep(field.value);
    search(field.value, 0);
  });
  more.addEventListener("click", async () => {
    const first = await show(await index, asked);
    first?.querySelector("a").focus();
  });

  // keep has the address say what is looked for, so that going back finds it. The
  // page of an address that leads nowhere keeps its own.
  function keep(query) {
    if (finder.hasAttribute("data-missing")) return;
    const address = new URL(location.href);
    if (query.trim()) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  // An address that leads nowhere often says in its words what was meant.
  function fromAddress() {
    const inside = location.pathname.startsWith(site.pathname) ? location.pathname.slice(site.pathname.length) : location.pathname;
    let words = inside;
    try {
      words = decodeURIComponent(inside);
    } catch {
      // then as it is
    }
    return iddWords.words(words.replace(/\.[a-z]+$/i, "").replace(/^404$/, "")).join(" ");
  }

  const suggested = finder.hasAttribute("data-missing") ? fromAddress() : "";
  const query = new URLSearchParams(location.search).get("q") ?? suggested;
  if (query) {
    if (!suggested) field.value = query;
    search(query, 0);
  } else if (!finder.hasAttribute("data-missing") && !location.hash) {
    field.focus();
  }
})();
