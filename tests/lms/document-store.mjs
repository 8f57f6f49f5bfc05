// A record store as far as one document of state goes. `tells`: whether GET and PUT say which version it has; `changes`:
// what a proxy makes of that on its way; `forbids`: to write over a document without saying which, as xAPI 2.0 does;
// `compares`: whether it minds what is said.
export class DocumentStore {
  document;
  log = [];
  #version = 0;

  constructor({ tells = ["GET", "PUT"], changes = (tag) => tag, forbids = true, compares = true } = {}) {
    Object.assign(this, { tells, changes, forbids, compares });
  }

  // As globalThis.fetch.
  async fetch(address, { method, headers = {}, body }) {
    const url = new URL(address);
    if (url.pathname.endsWith("/fetch")) return Response.json({ "auth-token": "t" });
    const [status, found = null, more = {}] = this.answer(method, url.searchParams.get("stateId"), headers, body);
    return new Response(found, { status, headers: more });
  }

  answer(method, name, headers, body) {
    if (name !== "course-record") return [method === "GET" ? 404 : 200];
    this.log.push(method);
    if (method === "GET") return this.document === undefined ? [404] : [200, this.document, this.#told(method)];
    const status = this.#refusal(headers);
    if (status) return [status];
    this.write(body);
    return [204, undefined, this.#told(method)];
  }

  write(document) {
    this.document = document;
    this.#version += 1;
  }

  #refusal(headers) {
    const [tag, isNew] = [headers["If-Match"], headers["If-None-Match"]];
    const isThere = this.document !== undefined;
    if (this.forbids && isThere && !tag && !isNew) return 409;
    if (this.compares && (isNew ? isThere : tag && tag !== this.#tag)) return 412;
    return undefined;
  }

  get #tag() {
    return `"${this.#version}"`;
  }

  #told(method) {
    return this.tells.includes(method) ? { ETag: this.changes(this.#tag) } : {};
  }
}

// What a platform adds to the address that it opens.
export function launchQuery(endpoint = "https://lrs.example/") {
  const actor = JSON.stringify({ account: { homePage: "https://course.example", name: "ann" } });
  const query = { endpoint, fetch: `${endpoint}fetch`, actor, registration: "r", activityId: "https://course.example/a" };
  return `?${new URLSearchParams(query)}`;
}
