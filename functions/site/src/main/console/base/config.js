import { all, get } from "./api.js";
import { useLive } from "./feed.js";
import { fullName } from "./format.js";
import { useEffect } from "./lib.js";
import { session } from "./session.js";
import { liveState } from "./socket.js";
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

async function read(name, isFirst) {
  try {
    const told = isFirst ? await ofOtherTabs() : null;
    const records = told?.scope === scopeOf() && told?.lists[name] ? told.lists[name] : await all("/" + name);
    cached.set((known) => ({ ...known, [name]: records }));
  } catch {
    cached.set((known) => ({ ...known, [name]: [] }));
  }
}

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
  useLive(Object.values(LISTS).map((type) => type + ".*"), ({ type, record, object }) => {
    const name = Object.keys(LISTS).find((list) => type.startsWith(LISTS[list] + "."));
    if (!begun.has(name)) return;
    cached.set((known) => ({ ...known, [name]: changed(known[name] ?? [], type, record, object) }));
  });
}

function changed(records, type, record, object) {
  const others = records.filter(({ uuid }) => uuid !== record.uuid);
  if (type.endsWith(".deleted") || !object) return type.endsWith(".deleted") ? others : records;
  return others.length === records.length ? [...records, object] : records.map((old) => (old.uuid === record.uuid ? object : old));
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
