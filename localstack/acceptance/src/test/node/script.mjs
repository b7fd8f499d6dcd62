// Uses the script /live.js while its connections are cut, and fails if an event is missing, comes twice or is out of order.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { base, changeTag, createTag, expiringKey, key } from "./api.mjs";

const CHANGES = 40;
const CHANGES_OF_A_CUT = 6;
const MANY_SUBSCRIPTIONS = 14;

const source = await (await fetch(base.replace(/\/v1$/, "/live.js"))).text();
await writeFile("target/live.mjs", source);
const { Live } = await import(pathToFileURL("target/live.mjs"));

const WebSocketOfNode = globalThis.WebSocket;
delete globalThis.WebSocket;
assert.throws(() => new Live({ base, key }), { message: /^WebSocket must exist, as in browsers and in Node 22/ });

/** Every connection, so that they can be cut and counted. */
const sockets = [];
globalThis.WebSocket = class extends (WebSocketOfNode ?? (await import("ws")).default) {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};
const cut = () => sockets.forEach((socket) => (socket.terminate ? socket.terminate() : socket.close()));

let step = "cuts";
setTimeout(() => {
  console.error("a message did not arrive: " + step);
  process.exit(1);
}, 100_000).unref();

const promise = () => {
  const made = {};
  made.kept = new Promise((resolve) => (made.keep = resolve));
  return made;
};

// Cuts: every change arrives once and in order.
const tags = await Promise.all([createTag(), createTag(), createTag()]);
const live = new Live({ base, key, onError: console.error });
const heard = new Map(tags.map((tag) => [tag.uuid, []]));
let waiting = () => {};
const subscribed = promise();
live.subscribe({
  types: ["tag.updated"],
  records: tags.map((tag) => tag.uuid),
  full: true,
  onSubscribed: subscribed.keep,
  onEvent: (event) => {
    assert.equal(event.object.version, event.record.version);
    heard.get(event.record.uuid).push(event.record.version);
    waiting();
  },
});
await subscribed.kept;
let last = new Map();
const change = async (number) => {
  const changed = await changeTag(tags[number % tags.length]);
  last.set(changed.uuid, changed.version);
};
const arrived = () => [...last].every(([uuid, version]) => heard.get(uuid).includes(version));
const wait = async () => {
  while (!arrived()) {
    await new Promise((resolve) => (waiting = resolve));
  }
};
let cuts = 0;
await change(0);
await wait();
for (let number = 1; number < CHANGES; number++) {
  await change(number);
  if (number % CHANGES_OF_A_CUT === 0) {
    // A client that has heard every change is connected again.
    await wait();
    cut();
    cuts++;
  }
}
await wait();
for (const [uuid, versions] of heard) {
  assert.deepEqual(versions, Array.from({ length: last.get(uuid) - 1 }, (any, i) => i + 2));
}
assert.ok(sockets.length > cuts, "the client connected again after each cut");

// More subscriptions than messages of a second.
step = "many subscriptions";
const many = Array.from({ length: MANY_SUBSCRIPTIONS }, promise);
const ends = many.map(({ keep }) => live.subscribe({ types: ["deal.*"], onEvent: () => {}, onSubscribed: keep }));
await Promise.all(many.map(({ kept }) => kept));
const opened = sockets.length;
ends.forEach((end) => end());
await change(0);
await wait();
assert.equal(sockets.length, opened, "the server closed no connection");

// All at once after a cut: they are still paced.
step = "many subscriptions after a cut";
const again = Array.from({ length: MANY_SUBSCRIPTIONS }, promise);
cut();
again.forEach(({ keep }) => live.subscribe({ types: ["deal.*"], onEvent: () => {}, onSubscribed: keep }));
await Promise.all(again.map(({ kept }) => kept));
assert.equal(sockets.length, opened + 1, "the server closed no connection");
live.close();

// The announced end of a connection is followed by one other, which ends at the same time here.
step = "an announced end";
const before = sockets.length;
const onSecond = promise();
const events = [];
const ending = new Live({ base, key: expiringKey, onError: console.error });
ending.subscribe({
  types: ["tag.updated"],
  onSubscribed: () => sockets.length > before + 1 && onSecond.keep(),
  onEvent: (event) => {
    events.push(event);
    waiting();
  },
});
await onSecond.kept;
const changed = await changeTag(tags[0]);
while (!events.some(({ record }) => record.uuid === changed.uuid && record.version === changed.version)) {
  await new Promise((resolve) => (waiting = resolve));
}
assert.equal(sockets.length, before + 2);
ending.close();
console.log("every message is as expected");
