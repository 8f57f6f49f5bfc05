// Lets Node find what the site serves under assets/vendor/; for `register` of node:module.

const FILES = { "../vendor/ts-fsrs.js": "../../node_modules/ts-fsrs/dist/index.mjs" };

export async function resolve(specifier, context, next) {
  const file = FILES[specifier];
  return file ? { url: new URL(file, import.meta.url).href, format: "module", shortCircuit: true } : next(specifier, context);
}
