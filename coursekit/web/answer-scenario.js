// Questions of type scenario: a conversation, one turn at a time. The radios of the turns hold the
// answer; which turn is open, and what has been said, follows from them.

import { shuffleChoices, tick } from "./answer-choice.js";
import { walked } from "./graders.js";
import { fill } from "./words.js";

const MARKS = { good: ["value.good", true], fair: ["value.fair"], poor: ["value.poor", false] };

export default {
  actions: { open: "go-on", again: "keep-conversation" },

  arrange(item) {
    shuffleChoices(item.form, item.seed);
    const { signal } = item.stop;
    item.querySelector("[data-do=restart-conversation]").addEventListener("click", () => restart(item), { signal });
  },

  // The way that the radios make from the start, as far as it was gone.
  read({ form, key, gone = 0 }) {
    const path = [];
    for (let turn = key.start; Object.hasOwn(key.turns, turn) && path.length < gone; ) {
      const chosen = turnOf(form, turn).querySelector("input:checked");
      path.push(chosen?.value ?? null);
      turn = key.turns[turn].find(({ id }) => id === chosen?.value)?.to;
    }
    return path;
  },

  write(item, response) {
    for (const { turn, id } of walked(item.key, response).steps) tick(item.form, `turn-${turn}`, [id]);
    item.gone = response.length;
    show(item);
  },

  reset(item) {
    item.gone = 0;
    show(item);
  },

  // Goes to the next turn. False at an ending: there is an answer to be graded.
  goOn(item) {
    const { next } = walked(item.key, this.read(item));
    if (!Object.hasOwn(item.key.turns, next)) return false;
    if (!turnOf(item.form, next).querySelector("input:checked")) {
      item.say(item.words["no-answer"]);
      return true;
    }
    item.gone += 1;
    item.say();
    show(item);
    const current = item.querySelector("[data-current] .item__says");
    current?.focus();
    return Boolean(current);
  },

  mark(item, response) {
    const said = item.querySelectorAll(".item__line--mine");
    const { steps, next } = walked(item.key, response);
    for (const [place, { turn, id, value }] of steps.entries()) {
      const [mark, right] = MARKS[value];
      item.annotate(said[place], right, [mark], `turns.${turn}.${id}`);
    }
    item.annotate(item.querySelector(".item__line:last-child"), undefined, [], `endings.${next}`);
  },
};

function turnOf(form, id) {
  return form.querySelector(`[data-turn="${CSS.escape(id)}"]`);
}

function restart(item) {
  item.reset();
  item.dataset.state = "open";
  item.label();
  item.say();
  item.querySelector("[data-current] .item__says").focus();
}

// What has been said so far, the turn that is open now, and how many there may be.
function show(item) {
  const { steps, next } = walked(item.key, item.type.read(item));
  const lines = steps.flatMap(({ turn, id }) => [theirs(turnOf(item.form, turn)), mine(item, turn, id)]);
  const here = turnOf(item.form, next);
  const ended = !Object.hasOwn(item.key.turns, next);
  item.querySelector(".item__said").replaceChildren(...lines, ...(ended ? [theirs(here)] : []));
  for (const part of item.querySelectorAll("[data-turn]")) part.toggleAttribute("data-current", part === here && !ended);
  item.querySelector("[data-part=turn]").textContent = ended
    ? item.words.ended
    : fill(item.words.turn, {
        number: item.number.format(steps.length + 1),
        count: item.number.format(steps.length + longest(item.key, next)),
      });
  item.querySelector("[data-do=restart-conversation]").hidden = steps.length === 0;
}

function theirs(part) {
  const line = document.createElement("li");
  line.className = "item__line item__line--theirs";
  line.append(...part.querySelector(".item__says").cloneNode(true).childNodes);
  return line;
}

function mine(item, turn, id) {
  const line = document.createElement("li");
  line.className = "item__line item__line--mine";
  const who = document.createElement("span");
  who.className = "item__who";
  who.textContent = item.words.you;
  const label = turnOf(item.form, turn).querySelector(`input[value="${CSS.escape(id)}"] + span`);
  line.append(who, " ", label.cloneNode(true));
  return line;
}

// The number of turns of the longest way from here to an ending.
function longest(key, turn) {
  return Object.hasOwn(key.turns, turn) ? 1 + Math.max(...key.turns[turn].map(({ to }) => longest(key, to))) : 0;
}
