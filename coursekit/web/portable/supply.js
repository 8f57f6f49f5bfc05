// In place of ../supply.js on pages opened from file://, which may not fetch anything nor start a worker from a file.
// What they load are scripts that hold one value each: `document.currentScript.held = …`.

const HERE = document.currentScript.src;

export async function json(url) {
  return held(new URL(url.replace(/\.json$/, ".js"), location.href));
}

export async function engineWorker() {
  const source = new Blob([await held(new URL("engine-worker.js", HERE))], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source));
}

function held(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => ("held" in script ? resolve(script.held) : reject(new Error(`nothing in ${url}`))));
    script.addEventListener("error", () => reject(new Error(`cannot load ${url}`)));
    script.src = url;
    document.head.append(script);
  });
}
