// Lets the reader choose an answer of a quiz first, and then says what there is to say to it.
(() => {
  "use strict";
  let count = 0;
  for (const quiz of document.querySelectorAll("[data-quiz]")) {
    const list = quiz.querySelector(".quiz-answers");
    const verdicts = [...quiz.querySelectorAll(".quiz-key li")];
    const name = `quiz-${++count}`;
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    for (let node = quiz.querySelector(".quiz-title").nextSibling; node && node !== list; node = quiz.querySelector(".quiz-title").nextSibling) legend.append(node);
    set.append(legend);
    quiz.querySelector(".quiz-key").setAttribute("role", "status");
    const again = document.createElement("button");
    const say = (verdict) => {
      verdicts.forEach((v) => v.classList.toggle("chosen", v === verdict));
      again.hidden = !verdict;
    };
    const inputs = [...list.children].map((item, i) => {
      const label = document.createElement("label");
      const input = document.createElement("input");
      const words = document.createElement("span");
      input.type = quiz.dataset.quiz;
      input.name = name;
      words.append(...item.childNodes);
      label.append(input, words);
      set.append(label);
      input.addEventListener("change", () => say(input.checked ? verdicts[i] : null));
      return input;
    });
    again.type = "button";
    again.className = "quiet";
    again.textContent = quiz.dataset.again;
    again.addEventListener("click", () => {
      inputs.forEach((input) => (input.checked = false));
      say(null);
      inputs[0].focus();
    });
    list.replaceWith(set);
    quiz.append(again);
    again.hidden = true;
    quiz.classList.add("live");
  }
})();
