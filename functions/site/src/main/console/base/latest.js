import { get } from "./api.js";
import { useLive } from "./feed.js";
import { mark } from "./clock.js";
import { useEffect } from "./lib.js";
import { session } from "./session.js";
import { store, useStore } from "./store.js";

// What people look for: neither what only tells them of it, nor the configuration.
const TYPES = ["partner", "contact", "lead", "deal", "payment", "note", "webhook_endpoint", "crm_connection", "crm_conflict"].map((type) => type + ".*");

const MOST = 20;

// The latest events are read once per session. Later on, the socket tells those since the last one that is known.
const latest = store(null);
let since = null;
session.watch((known) => known || latest.set(null));

const merged = (events) => (known) => [...(known ?? []), ...events.filter(({ uuid }) => !known?.some((one) => one.uuid === uuid))].slice(0, MOST);

async function load() {
  since = mark();
  const { data } = await get("/events", { type: TYPES.join(), pageSize: MOST, expand: "labels" }).catch(() => ({ data: [] }));
  latest.set(merged(data));
}

const query = {
  load,
  isReading: () => false,
  since: () => ({ at: 0, after: latest.get()?.map(({ uuid }) => uuid).sort().at(-1) ?? since?.after }),
};

/** The events, the newest first; `null` until they are read. */
export function useLatest() {
  const list = useStore(latest);
  useEffect(() => {
    if (!latest.get()) load();
  }, []);
  const add = (event) => latest.set((known) => known?.some(({ uuid }) => uuid === event.uuid) ? known : [event, ...(known ?? [])].slice(0, MOST));
  useLive(TYPES, add, query);
  return list && [...list].sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1));
}
