// Calls the API as a user of it would.
import assert from "node:assert/strict";

export const [base, key, expiringKey] = process.argv.slice(2);

export async function call(method, path, body, as = key) {
  const reply = await fetch(base + path, {
    method,
    headers: { Authorization: "Bearer " + as, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  assert.ok(reply.ok, `${method} ${path} returns ${reply.status}`);
  return reply.status === 204 ? null : reply.json();
}

let number = 0;

export const label = () => `Node ${process.pid} ${++number}`;

export const createTag = () => call("POST", "/tags", { label: label(), association: "deal" });

export const changeTag = (tag) => call("PATCH", "/tags/" + tag.uuid, { label: label() });

export const ticket = async (as) => {
  const { url, ticket: secret } = await call("POST", "/live/tickets", undefined, as);
  return url + "?ticket=" + secret;
};
