// <course-test>: one form of the final test. Answers are noted and handed in together; the first form then says how
// much was right in each part of the course, the second gives every reason, and what has changed between the two.

import CourseQuiz from "./course-quiz.js";
import { handIn, isHandedIn, noted, total } from "./quiz-forms.js";
import { fill } from "./words.js";

export default class CourseTest extends CourseQuiz {
  tell(now) {
    const handedIn = isHandedIn(this.plan, this.record);
    this.toggleAttribute("data-handed-in", handedIn);
    this.toggleAttribute("data-noting", !handedIn);
    for (const item of this.items) if (item.type) item.label();
    this.part("hand-in").hidden = handedIn || this.isTooLate;
    this.part("too-late").hidden = handedIn || !this.isTooLate;
    const explains = handedIn && this.plan.role === "after";
    this.showResult(explains ? { ...now, done: true } : { ...noted(this.keys, this.record.answers), done: false });
    if (!explains) this.part("points").textContent = "";
    this.showOutcome(handedIn);
  }

  // The first form is taken once; the second can be taken again when it is handed in.
  showWays(now) {
    super.showWays(now);
    for (const name of now.done ? ["redraw"] : ["redraw", "retry", "restart"]) this.do(name).hidden = true;
  }

  // A first form after the final test would compare nothing.
  get isTooLate() {
    return this.plan.role === "before" && Boolean(this.record.quizzes[this.plan.quiz]?.after);
  }

  showOutcome(handedIn) {
    const { before, after } = this.record.quizzes[this.plan.quiz] ?? {};
    const outcome = this.part("outcome");
    outcome.hidden = !handedIn;
    if (!handedIn) return;
    const forms = this.plan.role === "before" ? { before } : { before, after };
    for (const row of outcome.querySelectorAll("tr[data-module]")) {
      for (const [name, form] of Object.entries(forms)) {
        const value = row.dataset.module === "total" ? form && total(form.parts) : form?.parts[row.dataset.module];
        row.querySelector(`[data-form=${name}]`).textContent = value ? this.ofAll(value) : this.words.none;
      }
    }
    this.querySelectorAll("[data-when]").forEach((each) => (each.hidden = (each.dataset.when === "compared") !== Boolean(before)));
  }

  ofAll([points, all]) {
    const { number } = this.result;
    return fill(this.words["of-all"], { points: number.format(points), all: number.format(all) });
  }

  handIn() {
    const open = this.keys.length - noted(this.keys, this.record.answers).results.size;
    if (!open) return this.surely();
    this.part("open").textContent = fill(this.words.open, { count: this.result.number.format(open) });
    this.part("hand-in-sure").hidden = false;
    return this.do("surely").focus();
  }

  goBack() {
    this.part("hand-in-sure").hidden = true;
    this.do("handIn").focus();
  }

  async surely() {
    this.part("hand-in-sure").hidden = true;
    await this.record.change((data) => handIn(data, this.plan, this.keys, new Date()));
    this.part("outcome").focus();
  }
}
