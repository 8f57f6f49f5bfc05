// A claim mark shows its source beside the sentence. Without scripts it leads to the list at the end.
// The browser closes the popover on Escape or a click elsewhere and puts the focus back.

const ROOM = 8; // pixels to the edges of the window

export default function showSourcesBesideMarks() {
  const list = document.querySelector(".sources[data-close]");
  if (!list || !HTMLElement.prototype.showPopover) return;
  const box = makeBox(list.dataset.close);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a.claim");
    if (!mark || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const source = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!source) return;
    event.preventDefault();
    open(box, mark, source);
  });
}

function makeBox(closing) {
  const box = document.createElement("div");
  box.className = "claim-box md-typeset";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiz__button";
  close.textContent = closing;
  close.addEventListener("click", () => box.hidePopover());
  box.append(document.createElement("div"), close);
  document.body.append(box);
  return box;
}

function open(box, mark, source) {
  box.firstElementChild.replaceChildren(...source.cloneNode(true).childNodes);
  box.setAttribute("aria-label", mark.getAttribute("aria-label"));
  mark.focus();
  box.hidePopover();
  box.showPopover();
  place(box, mark.getBoundingClientRect());
  box.focus({ preventScroll: true });
}

// Below the mark, or above it where there is more room; never over the edge.
function place(box, mark) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = box.getBoundingClientRect();
  const across = Math.max(ROOM, Math.min(mark.x + mark.width / 2 - width / 2, clientWidth - width - ROOM));
  const below = mark.bottom + ROOM;
  const down = below + height > clientHeight ? Math.max(ROOM, mark.top - height - ROOM) : below;
  box.style.inset = `${down}px auto auto ${across}px`;
}
