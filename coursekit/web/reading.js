// A page counts as read when its last section comes into view, or one of its questions is answered.

import { openRecord } from "./record.js";

export default function watchReading() {
  const id = document.querySelector("[data-course-page]").dataset.coursePage;
  const save = async () => (await openRecord()).savePage(id);
  document.addEventListener("item-answered", save, { once: true });
  document.addEventListener("exercise-solved", save, { once: true });
  const last = [...document.querySelectorAll("article :is(h2, h3)")].at(-1);
  if (!last) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    save();
  });
  observer.observe(last);
}
