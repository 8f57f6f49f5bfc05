// Answers questions with the engine as the browser unpacks it, in Node.
// stdin: {"boot": source, "bundle": {...}, "requests": [...]}   stdout: [answers]
import { readFileSync } from "node:fs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";

const job = JSON.parse(readFileSync(0, "utf8"));
const { boot } = await import(`data:text/javascript,${encodeURIComponent(job.boot)}`);
const answer = await boot(loadMicroPython, job.bundle);
const answers = job.requests.map((request) => JSON.parse(answer(JSON.stringify(request))));
process.stdout.write(JSON.stringify(answers));
