// Questions of type reflect: the learner writes and then compares. Nothing is graded or locked.

export default {
  actions: { open: "compare", final: "save-text" },

  read: ({ form }) => field(form).value,

  write({ form }, response) {
    field(form).value = response;
  },

  result: ({ words }) => words.compared,

  mark(item) {
    item.querySelector(".item__answers").open = true;
  },
};

function field(form) {
  return form.querySelector("textarea");
}
