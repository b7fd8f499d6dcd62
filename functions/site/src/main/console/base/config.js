import { all, get } from "./api.js";
import { spare } from "./budget.js";
import { fullName } from "./format.js";
import { useEffect } from "./lib.js";
import { isKnown, holding } from "./seen.js";
import { session } from "./session.js";
import { liveState, subscribe } from "./socket.js";
import { store, useStore } from "./store.js";
import { askTabs, hear, tell } from "./tabs.js";

// What most pages need to name things: read once, then kept up to date by events.
const LISTS = { stages: "stage", tiers: "tier", tags: "tag", categories: "category", users: "user", "custom-fields": "custom_field" };
const cached = store({});
const begun = new Map();

session.watch((known) => {
  if (!known) {
    begun.clear();
    shared = null;
    cached.set({});
  }
});

const scopeOf = () => session.get()?.api_key.uuid;
let shared = null;
/** Other tabs with this key have most lists, and keep them up to date. */
const ofOtherTabs = () => (shared ??= askTabs("config wanted", "config", { scope: scopeOf() }));
hear("config wanted", ({ scope }) => scope === scopeOf() && liveState.get() === "open" && tell("config", { scope, lists: cached.get() }));

const feeds = Object.fromEntries(Object.keys(LISTS).map((name) => [name, holding((event) => cached.set((known) => ({ ...known, [name]: changed(known[name] ?? [], event) })))]));

const read = (name, isFirst) =>
  feeds[name].during(async () => {
    try {
      const told = isFirst ? await ofOtherTabs() : null;
      const records = told?.scope === scopeOf() && told?.lists[name] ? told.lists[name] : await all("/" + name);
      cached.set((known) => ({ ...known, [name]: records }));
    } catch {
      cached.set((known) => ({ ...known, [name]: [] }));
    }
  });

const need = (name) => begun.has(name) || begun.set(name, read(name, true));

/** These lists, empty until they are read; each is read once per session. */
export function useConfig(...names) {
  const known = useStore(cached);
  const signedIn = Boolean(useStore(session));
  useEffect(() => {
    if (signedIn) names.forEach(need);
  }, [names.join(), signedIn]);
  return Object.fromEntries(names.map((name) => [name === "custom-fields" ? "fields" : name, known[name] ?? []]));
}

/** Reads a list again, after this console changed it. */
export const reread = (name) => {
  begun.set(name, read(name));
  return begun.get(name);
};

/** Takes over changes that others make. */
export function useConfigFeed() {
  useEffect(() => {
    const onEvent = (event) => {
      const name = Object.keys(LISTS).find((list) => event.type.startsWith(LISTS[list] + "."));
      if (begun.has(name)) feeds[name].happened(event);
    };
    return subscribe({ types: Object.values(LISTS).map((type) => type + ".*"), onEvent, onReset: () => spare() && [...begun.keys()].forEach(reread) });
  }, []);
}

function changed(records, event) {
  const { type, record, object } = event;
  if (isKnown({ data: records }, event)) return records;
  if (type.endsWith(".deleted")) return records.filter(({ uuid }) => uuid !== record.uuid);
  if (!object) return records;
  return records.some(({ uuid }) => uuid === record.uuid) ? records.map((old) => (old.uuid === record.uuid ? { ...old, ...object } : old)) : [...records, object];
}

export const find = (records, uuid) => records?.find((record) => record.uuid === uuid);
export const ofKind = (stages, kind) => stages.filter((stage) => stage.kind === kind).sort((a, b) => a.series - b.series);
export const options = (records, text = "label") => (records ?? []).map((record) => [record.uuid, record[text]]);
export const people = (users) => (users ?? []).filter((user) => user.status !== "disabled" && !user.partner_uuid).map((user) => [user.uuid, fullName(user)]);
export const personOf = (users, uuids) => fullName(find(users, uuids?.[0]));

const names = store({});
/** The names of partners by uuid, for records that come without them; each is read once. */
export function usePartnerNames(uuids) {
  const known = useStore(names);
  const missing = [...new Set(uuids.filter((uuid) => uuid && !(uuid in known)))].slice(0, 50).sort().join();
  useEffect(() => {
    if (missing) learn(missing);
  }, [missing]);
  return known;
}

async function learn(missing) {
  const unknown = Object.fromEntries(missing.split(",").map((uuid) => [uuid, null]));
  names.set((known) => ({ ...known, ...unknown }));
  const { data } = await get("/partners", { uuid: missing, pageSize: 50 }).catch(() => ({ data: [] }));
  names.set((known) => ({ ...known, ...Object.fromEntries(data.map((partner) => [partner.uuid, partner.name])) }));
}
