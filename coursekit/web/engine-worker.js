// Runs the engine away from the page: a question in JSON comes in, its answer in JSON goes out.

try {
  const bundle = fetch(new URL("../engine/engine.json", import.meta.url)).then((found) => found.json());
  const parts = [import("./engine-boot.js"), import("../vendor/micropython.mjs")]; // all three at once
  const [{ boot }, { loadMicroPython }] = await Promise.all(parts);
  const answer = await boot(loadMicroPython, bundle);
  onmessage = ({ data }) => postMessage(answer(data));
  postMessage({ ready: true });
} catch (error) {
  postMessage({ failed: String(error) });
}
