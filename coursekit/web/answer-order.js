// Questions of type order: a list whose steps are moved with buttons.

import { inOrder } from "./graders.js";
import { scrambled } from "./shuffle.js";
import { fill } from "./words.js";

export default {
  arrange(item) {
    const { steps } = item.key;
    item.start = scrambled(steps, steps, item.seed);
    item.addEventListener("click", ({ target }) => move(item, target.closest("[data-move]")), { signal: item.stop.signal });
  },

  reset(item) {
    this.write(item, item.start);
  },

  read: ({ form }) => [...list(form).children].map((step) => step.dataset.id),

  write(item, response) {
    list(item.form).append(...response.map((id) => item.part(id)));
  },

  mark(item, response) {
    const { steps } = item.key;
    const run = inOrder(steps, response);
    for (const [place, id] of steps.entries()) {
      const right = run.includes(id);
      const values = { place: item.number.format(place + 1) };
      item.annotate(item.part(id), right, [right ? "mark.in-order" : "mark.belongs"], `steps.${id}`, values);
    }
  },
};

function list(form) {
  return form.querySelector(".item__steps");
}

// One step up or down, and a word about where it is now.
function move(item, button) {
  if (!button) return;
  const step = button.closest("li");
  const steps = step.parentElement;
  const other = button.dataset.move === "1" ? step.nextElementSibling : step.previousElementSibling;
  if (other) button.dataset.move === "1" ? other.after(step) : other.before(step);
  button.focus();
  item.querySelector("[data-part=moved]").textContent = fill(item.words.moved, {
    place: item.number.format([...steps.children].indexOf(step) + 1),
    count: item.number.format(steps.children.length),
    step: step.querySelector(".item__step").textContent,
  });
}
