// The words of a text, as the site's index has them (package search).
(() => {
  "use strict";

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };
  const LONGEST = 40;
  // A sign of a script that sets no spaces, or a run of letters and digits with
  // apostrophes inside.
  const ALONE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
  const RUN = new RegExp(`${ALONE}|(?!${ALONE})[\\p{L}\\p{N}](?:['’]?(?!${ALONE})[\\p{L}\\p{N}\\p{M}])*`, "gu");

  // Case and accents do not count.
  const fold = (run) =>
    run.normalize("NFKD").replace(/[\p{Mn}'’]/gu, "").toLowerCase().replace(/[ßæœøłđðþıς]/g, (letter) => LETTERS[letter]);

  // Each run of a text: where it begins and ends, and the words that it is. All
  // but very few are one word; "½" comes apart into two.
  function* runs(text) {
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const words = (fold(run).match(/[\p{L}\p{N}]+/gu) ?? []).filter(isWord);
      if (words.length > 0) yield { at: index, end: index + run.length, words };
    }
  }

  function isWord(word) {
    const length = [...word].length;
    return length <= LONGEST && (length > 1 || /[0-9]/.test(word) || new RegExp(ALONE, "u").test(word));
  }

  const words = (text) => [...runs(text)].flatMap((run) => run.words);

  globalThis.iddWords = { runs, words };
})();
