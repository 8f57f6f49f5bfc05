// What the learner has to know of the platform, in a bar above the course; a live region, so that it is read out.
// Words come from the facts, by name.

const SHEET = `
body:has(> .lms-notices) { display: flex; flex-direction: column; block-size: 100vh; block-size: 100dvh; margin: 0; overflow: hidden }
body:has(> .lms-notices) > iframe { position: static; flex: 1; inline-size: 100%; min-block-size: 0; block-size: auto; border: 0 }
.lms-notices { color-scheme: light dark; max-block-size: 40%; overflow: auto; font: 1rem/1.5 system-ui, sans-serif; background: canvas; color: canvastext }
.lms-notice { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .5rem 1rem; border-block-end: 1px solid; border-inline-start: .5rem solid #b45309 }
.lms-notice > p { flex: 1 1 16rem; margin: 0; max-inline-size: 70em }
.lms-notices > a { display: inline-block; padding: .25rem 1rem; color: linktext }
.lms-notice button { min-block-size: 2rem; padding-inline: .75rem; font: inherit }
@media (forced-colors: active) { .lms-notice { border-color: canvastext } }
@media print { .lms-notices { display: none } }
`;

export class Notices {
  #words;
  #bar;

  constructor({ words, language, direction }, document) {
    this.#words = words;
    this.#bar = document.createElement("div");
    this.#bar.className = "lms-notices";
    this.#bar.lang = language;
    this.#bar.dir = direction;
    this.#bar.setAttribute("role", "status");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.prepend(this.#bar);
  }

  // Shows a notice while `is`; once.
  toggle(name, is, ...actions) {
    const shown = this.#shown(name);
    if (!is) shown?.remove();
    else if (!shown) this.#bar.append(this.#made(name, actions));
  }

  // A notice that can be put away.
  tell(name) {
    this.toggle(name, true, ["close", () => this.toggle(name, false)]);
  }

  // A question; `yes` or `no` is done as the learner says.
  ask(name, yes, no) {
    const away = () => this.toggle(name, false);
    this.toggle(name, true, [`${name}-yes`, () => (away(), yes())], [`${name}-no`, () => (away(), no())]);
  }

  // A way out, always there.
  link(name, url) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = this.#words[name];
    this.#bar.append(link);
  }

  #shown(name) {
    return this.#bar.querySelector(`[data-notice="${name}"]`);
  }

  #made(name, actions) {
    const notice = document.createElement("div");
    notice.className = "lms-notice";
    notice.dataset.notice = name;
    const text = document.createElement("p");
    text.textContent = this.#words[name];
    notice.append(text, ...actions.map(([word, act]) => this.#button(word, act)));
    return notice;
  }

  #button(word, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.#words[word];
    button.addEventListener("click", act);
    return button;
  }
}
