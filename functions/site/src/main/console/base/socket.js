import { Live } from "../../resources/waggle/site/live.js";
import { act } from "./api.js";
import { earlier, mark } from "./clock.js";
import { notice, wasSeen } from "./seen.js";
import { session } from "./session.js";
import { store } from "./store.js";
import { hear, keepLock, tell, thisTab, whenTabCloses } from "./tabs.js";

// Tabs with one key share one socket. A lock makes one of them the leader, which has the socket and passes events on. When it
// is closed, another tab gets the lock, and all subscribe again after the last event that they saw.
const REMEMBERED = 500;
// The server begins so long before, since an event has the time at which its write began.
const OVERLAP = 60_000;
const wanted = new Map();
let subscriptions = 0;
let scope = null;
let leader = null;
let hasHeard = false;
let leave = () => {};

/** `open` while the socket is open. */
export const liveState = store("closed");
/** Whether all that this tab shows changes by itself. */
export const isLive = store(false);
const check = () => isLive.set(liveState.get() === "open" && [...wanted.values()].every(({ isOn }) => isOn));

function turn(state) {
  if (state !== "open") wanted.forEach((one) => (one.isOn = false));
  liveState.set(state);
  check();
}

/**
 * Subscribes to `types`, of `records` perhaps, and hears what is committed from a mark on, and some of what was before. Returns
 * how to end it.
 */
export function subscribe({ types, records, since = mark(), onEvent, onReset }) {
  const id = "s" + ++subscriptions;
  wanted.set(id, { types, records, ...since, onEvent, onReset, seen: new Set() });
  wish(id);
  check();
  return () => {
    wanted.delete(id);
    check();
    leader ? leader.drop(thisTab, id) : tellOurs("live end", { id });
  };
}

function wish(id) {
  const { types, records, after } = wanted.get(id);
  leader ? leader.add(thisTab, id, { types, records, after }) : tellOurs("live wanted", { id, filter: { types, records, after } });
}

const tellOurs = (kind, data) => scope && tell(kind, { scope, ...data });

function arrived(id, event) {
  const one = wanted.get(id);
  if (!one || one.seen.has(event.uuid)) return;
  one.seen.add(event.uuid);
  if (wasSeen(event, one.at)) return;
  notice(event.record);
  if (one.seen.size > REMEMBERED) one.seen.delete(one.seen.values().next().value);
  if (!one.after || event.uuid > one.after) one.after = event.uuid;
  one.onEvent(event);
}

/** Passes on to the subscription of a tab. */
const pass = ({ tab, id }, kind, event) => (tab === thisTab ? KINDS_OF_MESSAGE[kind](id, event) : tellOurs("live " + kind, { to: tab, id, event }));

const KINDS_OF_MESSAGE = {
  event: arrived,
  reset: (id) => wanted.get(id)?.onReset(),
  on(id) {
    if (wanted.has(id)) wanted.get(id).isOn = true;
    check();
  },
};

/** A subscription of the socket. It remembers what it told, so that another tab can join. */
class Shared {
  listeners = new Map();
  isOn = false;
  #name;
  #after;
  #told = [];

  constructor({ after, ...filter }) {
    this.#name = JSON.stringify(filter);
    this.#after = after;
  }

  /** Whether it told, or will tell, all that a filter wants. */
  reaches({ after, ...filter }) {
    return JSON.stringify(filter) === this.#name && (after ?? "") >= (this.#after ?? "");
  }

  /** What it told of that which is wanted. */
  told(after) {
    const first = after && earlier(after, OVERLAP);
    return first ? this.#told.filter(({ uuid }) => uuid >= first) : [];
  }

  happened(event) {
    this.#told.push(event);
    if (this.#told.length > REMEMBERED) this.#forget(this.#told.shift().uuid);
    this.#each("event", event);
  }

  #forget(uuid) {
    const next = earlier(uuid, -OVERLAP);
    if (next > (this.#after ?? "")) this.#after = next;
  }

  reset() {
    this.#told = [];
    this.#each("reset");
  }

  turnOn() {
    this.isOn = true;
    this.#each("on");
  }

  #each(kind, event) {
    this.listeners.forEach((to) => pass(to, kind, event));
  }
}

/** The tab with the socket: what each tab wants, and one subscription for all that want the same since about the same time. */
class Leader {
  #wishes = new Set();
  #tabs = new Set([thisTab]);
  #live = new Live({
    ticket: () => act("/live/tickets"),
    onError() {},
    onState: (state) => this.#turn(state),
  });

  add(tab, id, filter) {
    const to = { tab, id };
    const shared = [...this.#wishes].find((one) => one.reaches(filter)) ?? this.#begin(filter);
    shared.listeners.set(tab + id, to);
    shared.told(filter.after).forEach((event) => pass(to, "event", event));
    if (shared.isOn) pass(to, "on");
    if (!this.#tabs.has(tab)) {
      this.#tabs.add(tab);
      whenTabCloses(tab, () => this.#forget(tab));
    }
  }

  #begin(filter) {
    const shared = new Shared(filter);
    this.#wishes.add(shared);
    shared.end = this.#live.subscribe({ ...filter, full: true, onEvent: (event) => shared.happened(event), onReset: () => shared.reset(), onSubscribed: () => shared.turnOn() });
    return shared;
  }

  #turn(state) {
    if (state !== "open") this.#wishes.forEach((shared) => (shared.isOn = false));
    turn(state);
    tellOurs("live state", { state });
  }

  drop(tab, id) {
    for (const shared of this.#wishes) {
      if (shared.listeners.delete(tab + id) && shared.listeners.size === 0) {
        shared.end();
        this.#wishes.delete(shared);
      }
    }
  }

  #forget(tab) {
    this.#tabs.delete(tab);
    for (const { listeners } of [...this.#wishes]) {
      [...listeners.values()].filter((one) => one.tab === tab).forEach(({ id }) => this.drop(tab, id));
    }
  }

  close() {
    this.#live.close();
  }
}

/** A tab that cannot tell what it saw may have missed something. */
function wishAgain() {
  for (const [id, { after, onReset }] of wanted) {
    wish(id);
    if (!after) onReset();
  }
}

session.watch((known) => {
  const next = known?.api_key.uuid ?? null;
  if (next === scope) return;
  leave();
  leader?.close();
  leader = null;
  scope = next;
  turn("closed");
  if (!scope) return;
  tellOurs("live who");
  hasHeard = false;
  leave = keepLock("waggle-live-" + scope, () => {
    leader = new Leader();
    tellOurs("live leader");
    hasHeard ? wishAgain() : [...wanted.keys()].forEach(wish);
  });
});

const ours = (kind, listener) => hear(kind, (data) => data.scope === scope && listener(data));
ours("live wanted", ({ from, id, filter }) => leader && (leader.add(from, id, filter), tellOurs("live state", { state: liveState.get() })));
ours("live end", ({ from, id }) => leader?.drop(from, id));
ours("live who", () => leader && tellOurs("live state", { state: liveState.get() }));
ours("live leader", wishAgain);
ours("live state", ({ state }) => {
  hasHeard = true;
  if (!leader) turn(state);
});
Object.entries(KINDS_OF_MESSAGE).forEach(([kind, listener]) => ours("live " + kind, ({ to, id, event }) => to === thisTab && listener(id, event)));
