({
  // Works each item's own controls and tells what the page then says of it: state, mark, words.
  async play(plan) {
    const shown = {};
    for (const [id, answer] of Object.entries(plan)) {
      const item = document.getElementById(`item-${id}`);
      this.fill(item.querySelector("form"), answer);
      for (let used = 0; item.dataset.state !== "final" && used < answer.tries; used += 1) {
        const answered = new Promise((done) => item.addEventListener("item-answered", done, { once: true }));
        item.querySelector("form").requestSubmit();
        await answered;
      }
      shown[id] = [item.dataset.state, item.dataset.result ?? null, item.querySelector("output strong").textContent];
    }
    return shown;
  },

  fill(form, { ticks, blanks, order, path, typed }) {
    ticks.forEach((each) => this.tick(form, each));
    for (const [blank, value] of blanks) form.querySelector(`select[data-blank="${blank}"]`).value = value;
    order.forEach((step, place) => {
      const part = form.querySelector(`li[data-id="${step}"]`);
      const above = () => [...part.parentElement.children].indexOf(part) - place;
      while (above() > 0) part.querySelector("[data-move='-1']").click();
    });
    if (typed) form.querySelector("input[name=number], textarea").value = typed;
    path.forEach(([turn, choice], place) => {
      this.tick(form, [`turn-${turn}`, choice]);
      if (place < path.length - 1) form.requestSubmit(); // the last one is the answer
    });
  },

  tick(form, [name, value]) {
    form.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
  },

  // The text beside each control of each item, by the control.
  offered() {
    return Object.fromEntries([...document.querySelectorAll("quiz-item")].map((item) => [item.dataset.item, this.texts(item)]));
  },

  texts(item) {
    const found = {};
    const note = (selector, name, text) => {
      for (const each of item.querySelectorAll(`form ${selector}`)) found[name(each)] = text(each).textContent;
    };
    const box = "label > input:is([type=radio], [type=checkbox]):not([name=verdict], [name=sure])";
    note(box, ({ name, value }) => `${name}.${value}`, (each) => each.nextElementSibling);
    note("option:not([value=''])", (each) => `${each.parentElement.dataset.blank}.${each.value}`, (each) => each);
    note(".item__pairs > li", (each) => `left.${each.dataset.id}`, (each) => each.querySelector("label > span"));
    note(".item__entries label", (each) => `left.${each.htmlFor.slice(item.id.length + 1)}`, (each) => each);
    note(".item__steps > li", (each) => `step.${each.dataset.id}`, (each) => each.querySelector(".item__step"));
    return found;
  },
})
