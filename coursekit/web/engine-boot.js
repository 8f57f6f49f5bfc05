// Unpacks the bundle into MicroPython: boot(loadMicroPython, bundle) -> answer(requestJson).
// The tests run the same lines in Node.

const HEAP = 8 * 1024 * 1024; // bytes; the largest run keeps under 2 MB

const START = `
import json
from engine import Engine

with open("data.json") as file:
    bundle = json.load(file)
checks = {id: __import__(name).check for id, name in bundle["checks"].items()}
answer = Engine(bundle["data"], checks).answer
`;

export async function boot(loadMicroPython, bundle, options = {}) {
  const python = await loadMicroPython({ heapsize: HEAP, ...options });
  for (const [path, source] of Object.entries(bundle.files)) write(python.FS, path, source);
  write(python.FS, 'data.json', JSON.stringify({ checks: bundle.checks, data: bundle.data }));
  python.runPython(START);
  return python.globals.get('answer');
}

function write(fs, path, text) {
  const folder = path.split('/').slice(0, -1).join('/');
  if (folder) fs.mkdirTree(folder);
  fs.writeFile(path, text);
}
