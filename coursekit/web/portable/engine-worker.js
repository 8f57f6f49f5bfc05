// ../engine-worker.js with everything it needs inside, as one classic script.

import { loadMicroPython } from "../vendor/micropython.mjs";
import wasm from "../vendor/micropython.wasm";
import bundle from "../engine/engine.json";
import { boot } from "./engine-boot.js";

const program = URL.createObjectURL(new Blob([wasm], { type: "application/wasm" }));

boot((options) => loadMicroPython({ ...options, url: program }), bundle)
  .then((answer) => {
    onmessage = ({ data }) => postMessage(answer(data));
    postMessage({ ready: true });
  })
  .catch((error) => postMessage({ failed: String(error) }));
