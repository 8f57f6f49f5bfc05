// A record store as cmi5 offers it: the token that opens it, documents of state, statements. Over fetch and no library.

const VERSION = "1.0.3";
const PATIENCE = 15_000; // ms
const OTHERS = [409, 412]; // another version is there: xAPI 2.0, 1.0.3
const MOST = 60_000; // characters that a browser sends on behind a page that goes away

export class LrsError extends Error {
  constructor(what, status) {
    super(`${what}: ${status}`);
    this.status = status;
  }
}

// The token may be fetched once; a page loaded anew finds it in the tab's own storage.
export async function fetchToken(url) {
  const kept = remembered(url);
  if (kept) return kept;
  const response = await fetch(url, { method: "POST", signal: AbortSignal.timeout(PATIENCE) });
  const found = await response.json().catch(() => ({}));
  const token = found["auth-token"];
  if (!token) throw new LrsError("fetch", found["error-code"] ?? response.status);
  remember(url, token);
  return token;
}

export class Lrs {
  #endpoint;
  #headers;

  constructor(endpoint, token) {
    this.#endpoint = endpoint.endsWith("/") ? endpoint : `${endpoint}/`;
    this.#headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": VERSION };
  }

  // {document, only}: the document, undefined if there is none, and the headers that let it be replaced, or made, only
  // while nobody else has; none where the store does not tell one version from the next.
  async get(resource, parameters) {
    const response = await this.#ask("GET", resource, { parameters, accept: [200, 404] });
    if (response.status === 404) return { document: undefined, only: { "If-None-Match": "*" } };
    return { document: await response.json().catch(() => undefined), only: versionOf(response) ?? {} };
  }

  // The headers for the next time, undefined if the store does not say; false if somebody else has been faster.
  async put(resource, parameters, document, only, { keepalive = false } = {}) {
    const headers = { "Content-Type": "application/json", ...only };
    const body = JSON.stringify(document);
    const response = await this.#ask("PUT", resource, { parameters, headers, body, keepalive, accept: [200, 204, ...OTHERS] });
    return OTHERS.includes(response.status) ? false : versionOf(response);
  }

  // One statement or several, in order. 409 says that it is there already.
  async send(statements, { keepalive = false } = {}) {
    const headers = { "Content-Type": "application/json" };
    await this.#ask("POST", "statements", { headers, body: JSON.stringify(statements), keepalive, accept: [200, 204, 409] });
  }

  async #ask(method, resource, { parameters = {}, headers = {}, body, keepalive = false, accept }) {
    const query = new URLSearchParams(parameters).toString();
    const response = await fetch(`${this.#endpoint}${resource}${query && `?${query}`}`, {
      method,
      headers: { ...this.#headers, ...headers },
      body,
      ...(keepalive && body.length < MOST ? { keepalive } : { signal: AbortSignal.timeout(PATIENCE) }),
    });
    if (!accept.includes(response.status)) throw new LrsError(`${method} ${resource}`, response.status);
    return response;
  }
}

function versionOf(response) {
  const tag = response.headers.get("ETag");
  return tag ? { "If-Match": tag } : undefined;
}

// What a tab remembers of a launch, for a page that is loaded anew.
export function remembered(name) {
  try {
    return sessionStorage.getItem(`cmi5:${name}`);
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

export function remember(name, value) {
  try {
    sessionStorage.setItem(`cmi5:${name}`, value);
  } catch {
    // a page loaded anew will have to be launched anew
  }
}
