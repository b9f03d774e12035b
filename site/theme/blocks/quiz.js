// Lets the reader choose an answer of a quiz first, and then says what there is to say to it.
(() => {
  "use strict";
  let count = 0;
  for (const quiz of document.querySelectorAll("[data-quiz]")) {
    const list = quiz.querySelector(".quiz-answers");
    const question = list.previousElementSibling;
    const verdicts = [...quiz.querySelectorAll(".quiz-key li")];
    const name = `quiz-${++count}`;
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.append(...question.childNodes);
    if (quiz.dataset.several) {
      const hint = document.createElement("span");
      hint.className = "quiz-hint";
      hint.textContent = quiz.dataset.several;
      legend.append(" ", hint);
    }
    set.append(legend);
    quiz.querySelector(".quiz-key").setAttribute("aria-live", "polite");
    const again = document.createElement("button");
    const inputs = [...list.children].map((item, i) => {
      const label = document.createElement("label");
      const input = document.createElement("input");
      const words = document.createElement("span");
      input.type = quiz.dataset.quiz;
      input.name = name;
      words.append(...item.childNodes);
      verdicts[i].value = i + 1; // keeps its letter when the others are hidden
      label.append(input, words);
      set.append(label);
      return input;
    });
    const say = () => {
      verdicts.forEach((verdict, i) => verdict.classList.toggle("chosen", inputs[i].checked));
      again.hidden = !inputs.some((input) => input.checked);
    };
    set.addEventListener("change", say);
    again.type = "button";
    again.className = "quiet";
    again.textContent = quiz.dataset.again;
    again.addEventListener("click", () => {
      inputs.forEach((input) => (input.checked = false));
      inputs[0].focus(); // the button goes
      say();
    });
    list.remove();
    question.replaceWith(set);
    quiz.append(again);
    again.hidden = true;
    quiz.classList.add("live");
  }
})();
