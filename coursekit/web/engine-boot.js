// Unpacks the bundle into MicroPython: boot(loadMicroPython, bundle) -> answer(requestJson).
// The tests run the same lines in Node.

const HEAP = 4 * 1024 * 1024; // bytes; the largest run keeps under 1 MB, and a small heap is soon swept

const START = `
import json
from engine import Engine

with open("data.json") as file:
    data = json.load(file)
checks = {id: __import__(name).check for id, name in data["checks"].items()}
answer = Engine(data["data"], checks).answer
`;

// `bundle` may still be on its way: both are fetched at once.
export async function boot(loadMicroPython, bundle) {
  const [python, { files, ...data }] = await Promise.all([loadMicroPython({ heapsize: HEAP }), bundle]);
  for (const [path, source] of Object.entries(files)) write(python.FS, path, source);
  write(python.FS, "data.json", JSON.stringify(data));
  python.runPython(START);
  return python.globals.get("answer");
}

function write(fs, path, text) {
  const folder = path.split("/").slice(0, -1).join("/");
  if (folder) fs.mkdirTree(folder);
  fs.writeFile(path, text);
}
