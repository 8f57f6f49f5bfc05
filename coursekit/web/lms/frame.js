// The frame that holds the course: which page is in it, and where it begins.

export class Frame {
  #element;
  #base;
  #places;
  #isOpen = false;

  constructor(element, { facts: { paths } }) {
    this.#element = element;
    this.#base = new URL(".", new URL(element.getAttribute("src") ?? element.dataset.src, element.baseURI));
    this.#places = new Set(Object.values(paths).flatMap((path) => addresses(path.replace(/\.md$/, ""))));
  }

  // Opens the page where the learner was, if it is one of the course; once, the learner goes on from there.
  open(place) {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const start = this.#element.dataset.src;
    const target = place && this.#places.has(place) ? place : undefined; // empty: none kept yet
    if (target !== undefined && target !== this.place) this.#element.contentWindow.location.replace(new URL(target, this.#base));
    else if (start && !this.#element.getAttribute("src")) this.#element.src = start;
  }

  // The address of the page in the frame below the course's folder; undefined if it is no page of the course.
  get place() {
    try {
      const { origin, pathname } = this.#element.contentWindow.location;
      const place = pathname.slice(this.#base.pathname.length);
      const isOurs = origin === this.#base.origin && pathname.startsWith(this.#base.pathname);
      return isOurs && this.#places.has(place) ? place : undefined;
    } catch {
      return undefined; // of another origin
    }
  }

  // Tells of each page that comes and goes.
  watch(came, went) {
    const look = () => {
      came(this.place);
      this.#ownWindow()?.addEventListener("pagehide", went, { once: true });
      this.#ownWindow()?.document.addEventListener("click", openOutside);
    };
    this.#element.addEventListener("load", look);
    if (this.#ownWindow()?.document.readyState === "complete") look();
  }

  #ownWindow() {
    try {
      return this.#element.contentWindow.document && this.#element.contentWindow;
    } catch {
      return undefined;
    }
  }
}

// A source on another host opens in a tab of its own: most refuse to be framed.
function openOutside({ target }) {
  const link = target.closest?.("a[href]");
  if (!link || link.origin === location.origin || !/^https?:/.test(link.protocol)) return;
  link.target = "_blank";
  link.rel = "noopener";
}

// What a page is called in a site with file names, and in one with folders.
function addresses(path) {
  const folder = path.replace(/(^|\/)index$/, "$1");
  return folder === path ? [`${path}.html`, `${path}/`, `${path}/index.html`] : [folder, `${folder}index.html`];
}
