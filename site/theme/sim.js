// The page of the simulator: fetches what the program needs, all at once,
// finds out what the browser can show, and starts the program. What goes wrong
// on the way is told in words.
"use strict";

(() => {
  const script = document.currentScript;
  const status = document.getElementById("sim-loading");
  const question = new URLSearchParams(location.search);

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

  // Only a plain name is taken from the address, never a path.
  function scenarioName() {
    const name = question.get("scenario") || "first-hours";
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) throw new Error(`scenario=${name}`);
    return name;
  }

  // The browser says how much has come; the page knows how much there is. The
  // words are said once; the figure beside them is for the eye alone.
  function counted(answer) {
    const all = Number(script.dataset.wasmSize);
    const figure = document.createElement("span");
    figure.setAttribute("aria-hidden", "true");
    status.textContent = script.dataset.loading;
    status.after(figure);
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

  function picture() {
    if (matchMedia("(forced-colors: active)").matches) return false;
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  }

  async function start() {
    const name = scenarioName();
    const go = new Go();
    const [program, scenario, words] = await Promise.all([
      fetched(script.dataset.wasm).then((a) => WebAssembly.instantiateStreaming(counted(a), go.importObject)),
      fetched(`${script.dataset.scenarios}${name}.yaml`).then((a) => a.text()),
      fetched(script.dataset.messages).then((a) => a.json()),
    ]);
    window.iddStart = {
      key: url(".").pathname + name,
      scenario,
      words,
      picture: picture(),
      plain: question.get("plain") === "1",
      embedded: window.parent !== window,
    };
    status.hidden = true;
    await go.run(program.instance);
    if (document.documentElement.dataset.sim !== "failed") window.iddFailed("exit");
  }

  start().catch((mistake) => window.iddFailed(mistake.message));
})();
