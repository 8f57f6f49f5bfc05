// Runs the engine away from the page: a question in JSON comes in, its answer in JSON goes out.

import { boot } from "./engine-boot.js";
import { loadMicroPython } from "../vendor/micropython.mjs";

try {
  const bundle = fetch(new URL("../engine/engine.json", import.meta.url)).then((found) => found.json());
  const answer = await boot(loadMicroPython, bundle);
  onmessage = ({ data }) => postMessage(answer(data));
  postMessage({ ready: true });
} catch (error) {
  postMessage({ failed: String(error) });
}
