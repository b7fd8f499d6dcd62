import { get } from "./api.js";
import { useLive } from "./feed.js";
import { useEffect } from "./lib.js";
import { session } from "./session.js";
import { store, useStore } from "./store.js";

// What people look for: neither what only tells them of it, nor the configuration.
const TYPES = ["partner", "contact", "lead", "deal", "payment", "note", "webhook_endpoint", "crm_connection", "crm_conflict"].map((type) => type + ".*");

// The latest events are read once per session. Later on, the socket tells those since the last one that is known.
const latest = store(null);
session.watch((known) => known || latest.set(null));

const load = () => get("/events", { type: TYPES.join(), pageSize: 20, expand: "labels" }).then(({ data }) => latest.set(data), () => latest.set([]));

/** The events, the newest first; `null` until they are read. */
export function useLatest() {
  const list = useStore(latest);
  useEffect(() => {
    if (!latest.get()) load();
  }, []);
  const add = (event) => latest.set((known) => [event, ...(known ?? []).filter(({ uuid }) => uuid !== event.uuid)].slice(0, 20));
  useLive(TYPES, add, load, undefined, latest.get()?.[0]?.uuid);
  return list && [...list].sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1));
}
