import { get, onRefusal, useKey } from "./api.js";
import { allowed, calls, recall } from "./budget.js";
import { needsAdmin } from "./scopes.js";
import { store } from "./store.js";
import { askTabs, hear, tell } from "./tabs.js";

const KEY_NAME = "waggle.key";
const FORM = /^wgl_(live|test)_[0-9A-Za-z]{38}$/;

/** `undefined` until it is known whether there is a key, `null` when signed out. */
export const session = store(undefined);

export const looksLikeKey = (text) => FORM.test(text);

async function begin(key) {
  const me = await get("/me", undefined, { key });
  allowed(me.limits.requests);
  sessionStorage.setItem(KEY_NAME, key);
  useKey(key);
  session.set({ ...me, key });
}

/** @throws Failure if the API refuses the key */
export const signIn = (key) => begin(key);

export function signOut() {
  tell("signed out");
  end();
}

function end() {
  sessionStorage.removeItem(KEY_NAME);
  useKey(null);
  session.set(null);
}

/** Takes the key of this tab, or of another one of this browser: a new tab has none of its own. */
export async function resume() {
  const key = sessionStorage.getItem(KEY_NAME) ?? (await ofAnotherTab());
  if (!key) return session.set(null);
  try {
    await begin(key);
  } catch (failure) {
    if (failure.status === 401) sessionStorage.removeItem(KEY_NAME);
    session.set(null);
  }
}

async function ofAnotherTab() {
  const found = await askTabs("key wanted", "key");
  recall(found?.calls ?? []);
  return found?.key;
}

hear("key wanted", () => session.get() && tell("key", { key: session.get().key, calls: calls() }));
hear("signed out", () => session.get() && end());
onRefusal(end);

/** Whether the key may read or write a resource. */
export function may(action, resource) {
  const scopes = session.get()?.api_key.scopes ?? [];
  if (scopes.includes("admin")) return true;
  if (needsAdmin(action, resource)) return false;
  return scopes.includes(action) || scopes.includes(`${resource}:${action}`);
}
