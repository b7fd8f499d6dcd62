import { allowed, counted, pause, unpaused } from "./budget.js";
import { hearTime } from "./clock.js";
import { scopesOf } from "./scopes.js";
import { notice } from "./seen.js";
import { store } from "./store.js";

const BASE = new URL("v1", location.href).href;
const TRIES = 4;
const listeners = new Set();
const page = document.documentElement;
let secret = null;

export const online = store(navigator.onLine);
addEventListener("online", () => online.set(true));
addEventListener("offline", () => online.set(false));

export const useKey = (key) => (secret = key);
/** Calls the listener when the API no longer accepts the key. */
export const onRefusal = (listener) => listeners.add(listener);

/** What the API, or the way to it, said against a request. */
export class Failure extends Error {
  constructor(status, body, requestId, scopes = []) {
    super(body.error ?? body.message);
    Object.assign(this, { status, code: body.code, details: body.details ?? [], requestId: body.request_id ?? requestId, scopes });
  }

  /** The messages by field. */
  get fields() {
    return Object.fromEntries(this.details.map(({ field, message }) => [field, message]));
  }
}

export const query = (params) => {
  const list = Object.entries(params ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return list.length ? "?" + new URLSearchParams(list) : "";
};

export const get = (path, params, options) => call("GET", path + query(params), options);
export const put = (path, body, options) => call("PUT", path, { body, ...options });
export const remove = (path, options) => call("DELETE", path, options);

// A request whose reply was lost may have done its work, or may still run. The same request soon after has the same key, so that it is
// done once; a refusal says nothing of the first one.
const unsure = new Map();
const SOON = 600_000;

/** Makes something, once if it is sent again because no reply came. */
export async function post(path, body, options) {
  const name = path + JSON.stringify(body ?? null);
  const known = unsure.get(name);
  const isAgain = known !== undefined && Date.now() - known.at < SOON;
  const idempotency = isAgain ? known.idempotency : crypto.randomUUID();
  unsure.delete(name);
  try {
    return await call("POST", path, { body, idempotency, ...options });
  } catch (failure) {
    if (isAgain || failure.status === 0 || failure.status >= 500) unsure.set(name, { idempotency, at: Date.now() });
    throw failure;
  }
}

/** Does a step, which is another one each time: the state of the record refuses what was done, or doing it twice is meant. */
export const act = (path, body) => call("POST", path, { body });

/** Changes a record, if it is still at its version. */
export const patch = (path, body, version) => call("PATCH", path, { body, version });

/** Reads at most so many pages of 50. */
export async function all(path, params, most = 4) {
  const records = [];
  for (let page = 1; page <= most; page++) {
    const { data, meta } = await get(path, { ...params, pageSize: 50, page });
    records.push(...data);
    if (page >= meta["page-count"]) break;
  }
  return records;
}

async function call(method, path, { body, version, idempotency, signal, key } = {}) {
  const headers = { Authorization: "Bearer " + (key ?? secret) };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (idempotency) headers["Idempotency-Key"] = idempotency;
  for (let attempt = 1; ; attempt++) {
    await unpaused();
    counted();
    const reply = await send(BASE + path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
    hearTime(reply.headers.get("Date"));
    allowed(Number(/q=(\d+)/.exec(reply.headers.get("RateLimit-Policy") ?? "")?.[1]));
    if (reply.status === 429 && attempt < TRIES) {
      pause(Number(reply.headers.get("Retry-After")) || 5);
      continue;
    }
    const record = await result(reply, key, () => scopesOf(method, path));
    if (method !== "GET") (record?.results ?? [record]).forEach((one) => notice(one?.record ?? one));
    return record;
  }
}

/** The page tells how many requests it waits for. */
const waitFor = (more) => (page.dataset.requests = Number(page.dataset.requests ?? 0) + more);

async function send(url, options) {
  waitFor(1);
  try {
    const reply = await fetch(url, { ...options, cache: "no-store", credentials: "omit" });
    online.set(true);
    return reply;
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    online.set(navigator.onLine);
    throw new Failure(0, { code: "offline" });
  } finally {
    waitFor(-1);
  }
}

async function result(reply, key, scopes) {
  if (reply.status === 204) return null;
  const body = await reply.json().catch((failure) => unread(reply, failure));
  if (reply.ok) return body;
  if (reply.status === 401 && !key) listeners.forEach((listener) => listener());
  throw new Failure(reply.status, body, reply.headers.get("X-Request-Id"), reply.status === 403 ? scopes() : []);
}

/** A body that broke off is no body, least of all an empty one. */
function unread(reply, failure) {
  if (!reply.ok) return {};
  throw failure.name === "AbortError" ? failure : new Failure(0, { code: "offline" });
}
