// What pages load beside their scripts. portable/supply.js takes its place where nothing can be fetched.

// What a JSON file holds; rejects if it cannot be had.
export async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

// A worker in which the engine starts.
export async function engineWorker() {
  return new Worker(new URL("engine-worker.js", import.meta.url), { type: "module" });
}
