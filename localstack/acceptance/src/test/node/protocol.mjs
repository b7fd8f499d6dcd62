// Follows the protocol of docs/live.md with the client ws, and fails at the first message that differs.
import assert from "node:assert/strict";
import WebSocket from "ws";
import { changeTag, createTag, expiringKey, key, ticket } from "./api.mjs";

/** A connection. It drops the events that it has seen, since delivery is at least once. */
class Client {
  #messages = [];
  #waiting = null;
  #seen = new Set();

  static async open(url, options) {
    const client = new Client();
    client.socket = new WebSocket(url, options);
    client.socket.on("message", (data, isBinary) => client.#received(String(data), isBinary));
    client.closed = new Promise((resolve) => client.socket.on("close", resolve));
    await new Promise((resolve, reject) => client.socket.on("open", resolve).on("error", reject));
    return client;
  }

  #received(text, isBinary) {
    assert.equal(isBinary, false);
    assert.ok(Buffer.byteLength(text) <= 32 * 1024);
    const message = JSON.parse(text);
    const seen = message.event && message.id + message.event.uuid;
    if (!seen || !this.#seen.has(seen)) {
      this.#seen.add(seen);
      this.#messages.push(message);
      this.#waiting?.();
    }
  }

  async next() {
    while (this.#messages.length === 0) {
      await new Promise((resolve) => (this.#waiting = resolve));
    }
    return this.#messages.shift();
  }

  send(message) {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
    return this;
  }

  async expect(message, expected) {
    assert.deepEqual(await this.send(message).next(), expected);
  }

  subscribe(id, fields) {
    return this.expect({ action: "subscribe", id, ...fields }, { subscribed: id });
  }
}

const refusal = (url, options) =>
  new Promise((resolve) =>
    new WebSocket(url, options)
      .on("unexpected-response", (request, reply) => {
        request.destroy();
        resolve(reply.statusCode);
      })
      .on("error", () => {}),
  );

setTimeout(() => {
  console.error("a message did not arrive");
  process.exit(1);
}, 100_000).unref();

// Connect: a ticket opens one connection, a key in a header opens others, and nothing else does.
const url = await ticket();
const plain = url.replace(/\?.*/, "");
const client = await Client.open(url);
assert.equal(await refusal(url), 401);
assert.equal(await refusal(plain), 401);
assert.equal(await refusal(plain, { headers: { Authorization: "Bearer wgl_test_nonsense" } }), 401);
const server = await Client.open(plain, { headers: { Authorization: "Bearer " + key } });

// Events: hints, and whole records with full.
await client.subscribe("hints", { types: ["tag.*"] });
await server.subscribe("full", { types: ["tag.updated"], full: true });
const tag = await createTag();
const created = await client.next();
assert.equal(created.id, "hints");
assert.deepEqual(Object.keys(created.event).sort(), ["changed", "record", "timestamp", "type", "uuid"]);
assert.equal(created.event.type, "tag.created");
assert.deepEqual(created.event.record, { type: "tag", uuid: tag.uuid, version: 1 });
const changed = await changeTag(tag);
const updated = await client.next();
assert.deepEqual(updated.event.changed, ["label"]);
assert.equal(updated.event.record.version, 2);
const whole = await server.next();
assert.equal(whole.event.uuid, updated.event.uuid);
assert.equal(whole.event.object.label, changed.label);

// Only some records.
await client.expect({ action: "unsubscribe", id: "hints" }, { unsubscribed: "hints" });
await client.subscribe("one", { types: ["tag.*"], records: [tag.uuid] });
await createTag();
await changeTag(tag);
const ofOne = await client.next();
assert.deepEqual([ofOne.id, ofOne.event.record.uuid, ofOne.event.record.version], ["one", tag.uuid, 3]);

// Ping, and messages that are refused on a connection that goes on.
const { pong } = await client.send({ action: "ping" }).next();
assert.ok(Math.abs(Date.parse(pong) - Date.now()) < 60_000);
const unknown = await client.send({ action: "subscribe", id: "b", types: ["planet.*"] }).next();
assert.deepEqual([unknown.code, unknown.id, unknown.details[0].field], ["invalid_request", "b", "types[0]"]);
assert.match(unknown.error, /^types\[0\] must select an event type that exists/);
assert.equal((await client.send("no JSON").next()).code, "invalid_request");
await client.subscribe("b", { types: ["deal.*"] });

// Resume: everything since comes first, then the reply.
client.socket.terminate();
const missed = [await changeTag(tag), await changeTag(tag), await changeTag(tag)];
const resumed = await Client.open(await ticket());
resumed.send({ action: "subscribe", id: "r", types: ["tag.updated"], records: [tag.uuid], after: ofOne.event.uuid });
const versions = [];
for (let message = await resumed.next(); !message.subscribed; message = await resumed.next()) {
  assert.equal(message.id, "r");
  versions.push(message.event.record.version);
}
assert.deepEqual(versions.slice(-missed.length), missed.map((record) => record.version));
assert.deepEqual(versions, [...versions].sort((a, b) => a - b));

// Reset: the past is too long ago.
resumed.send({ action: "subscribe", id: "old", types: ["tag.*"], after: "00000001-7000-7000-8000-000000000001" });
assert.deepEqual([await resumed.next(), await resumed.next()], [{ reset: "old" }, { subscribed: "old" }]);

// Reconnect: the connections of a key that expires end with it.
const ending = await Client.open(await ticket(expiringKey));
const { reconnect } = await ending.send({ action: "ping" }).next();
assert.ok(reconnect > 60 && reconnect <= 300);
assert.ok((await ending.next()).pong);

// The farewell of a server that accepts no binary messages.
ending.socket.send(Buffer.from([1, 2, 3]));
assert.equal(await ending.closed, 1003);
resumed.socket.close();
server.socket.close();
await Promise.all([resumed.closed, server.closed]);

console.log("every message is as expected");
