// Runs a Python program on ssi_calc under MicroPython in Node.
// stdin:  {"files": {path: text}, "globals": {name: text}, "program": text}
// stdout: the text that the program leaves in `results`
import {readFileSync} from "node:fs";
import {loadMicroPython} from "@micropython/micropython-webassembly-pyscript";

const job = JSON.parse(readFileSync(0, "utf8"));
const micropython = await loadMicroPython({heapsize: 8 * 1024 * 1024});

micropython.FS.mkdir("/app");
micropython.FS.mkdir("/app/ssi_calc");
for (const [path, text] of Object.entries(job.files)) {
  micropython.FS.writeFile(`/app/${path}`, text);
}
micropython.runPython("import sys; sys.path.append('/app')");
for (const [name, text] of Object.entries(job.globals)) {
  micropython.globals.set(name, text);
}
try {
  micropython.runPython(job.program);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.stdout.write(micropython.globals.get("results"));
