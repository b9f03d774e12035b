// The page of the simulator: fetches what the program needs, all at once, and
// starts the program. What goes wrong on the way is told in words.
"use strict";

(() => {
  const script = document.currentScript;
  const status = document.getElementById("sim-loading");
  const question = new URLSearchParams(location.search);
  const framed = window.parent !== window;
  if (framed) document.documentElement.dataset.framed = "yes";

  // A page built before its program has words of its own for a failure.
  window.iddFailed = (why) => {
    status.hidden = false;
    status.textContent = `${script.dataset.failed} (${why})`;
    document.documentElement.dataset.sim = "failed";
  };

  const url = (path) => new URL(path, document.baseURI);

  async function fetched(path) {
    const answer = await fetch(url(path));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  // What the reader starts: a guided test drive, or a scenario to play with.
  // Only a plain name is taken from the address, never a path, and nothing
  // else that stands there is shown.
  function wanted() {
    for (const kind of ["drive", "scenario", "case", "exam"]) {
      if (!question.has(kind)) continue;
      const name = question.get(kind);
      if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) throw new Error(`${kind}=?`);
      return { kind, name };
    }
    return { kind: "scenario", name: "first-hours" };
  }

  const json = async (path) => (await fetched(path)).json();

  // A drive's file holds its scenarios too, a case's file its one; an exam draws
  // from the file with all cases.
  async function material({ kind, name }) {
    if (kind === "scenario") return { scenarios: { [name]: await (await fetched(`${script.dataset.scenarios}${name}.yaml`)).text() } };
    if (kind === "drive") return json(`${script.dataset.drives}${name}.json`);
    const cases = await json(`${script.dataset.cases}${kind === "exam" ? "all_cases" : name}.json`);
    return { cases: cases.flatMap((one) => [one.name, one.case, one.scenario]), seed: seed() };
  }

  // The same seed gives the same patients. Without one in the address, chance
  // gives one.
  const given = /^[0-9]{1,9}$/.test(question.get("seed") ?? "") ? question.get("seed") : "";
  const seed = () => given || String(crypto.getRandomValues(new Uint32Array(1))[0] % 1000000);

  // The words of the simulator; a ward has more of them.
  async function vocabulary({ kind }) {
    const ward = kind === "case" || kind === "exam";
    const all = await Promise.all([script.dataset.messages, ...(ward ? [script.dataset.ward] : [])].map(json));
    return Object.assign({}, ...all);
  }

  // The browser says how much has come; the page knows how much there is. The
  // figure is for the eye alone.
  function counted(answer) {
    const all = Number(script.dataset.wasmSize);
    const figure = status.appendChild(document.createElement("span"));
    figure.setAttribute("aria-hidden", "true");
    figure.className = "sim-figure";
    let come = 0;
    const meter = new TransformStream({
      transform(piece, out) {
        come += piece.byteLength;
        figure.textContent = `${Math.min(100, Math.round((100 * come) / all))} %`;
        out.enqueue(piece);
      },
      flush: () => figure.remove(),
    });
    return new Response(answer.body.pipeThrough(meter), { headers: { "Content-Type": "application/wasm" } });
  }

  // A browser keeps what it compiled only if it got the program straight from
  // the network, so counting costs every later visit dear. It is worth it where
  // the way is slow, and the reader would not know whether anything came. What a
  // browser says of a way that it has not measured yet is 1.6 Mbit/s.
  function slow() {
    const way = navigator.connection;
    return way !== undefined && (way.saveData || way.effectiveType !== "4g" || way.downlink < 1.5);
  }

  async function program(imports) {
    const answer = await fetched(script.dataset.wasm);
    return WebAssembly.instantiateStreaming(slow() ? counted(answer) : answer, imports);
  }

  async function start() {
    const asked = wanted();
    const { kind, name } = asked;
    status.textContent = script.dataset.loading;
    const go = new Go();
    const [ready, found, words] = await Promise.all([
      program(go.importObject),
      material(asked),
      vocabulary(asked),
    ]);
    window.iddStart = {
      ...found,
      name,
      kind,
      key: url(".").pathname + (kind === "scenario" ? name : `${kind}/${name}`) + (given && `/${given}`),
      shared: location.hash.startsWith("#s=") ? location.hash.slice(3) : "",
      words: Object.entries(words).flat().join("\0"),
      plain: question.get("plain") === "1",
      embedded: framed,
    };
    status.hidden = true;
    await go.run(ready.instance);
    if (document.documentElement.dataset.sim !== "failed") window.iddFailed("exit");
  }

  start().catch((mistake) => window.iddFailed(mistake.message));
})();
