/** The resources for which a key can have a scope of their own (docs/api.md, "Permissions"). */
export const SCOPED = ["partners", "contacts", "users", "leads", "deals", "payments", "commission-rules", "stages", "tiers", "tags", "categories", "custom-fields", "notifications"];

const OF_ADMIN = new Set(["api-keys", "audit-log", "webhook-endpoints", "crm-connections", "crm-log", "crm-conflicts"]);

/** Whether only keys with `admin` may do something. */
export const needsAdmin = (action, resource) => OF_ADMIN.has(resource) || (resource === "company" && action === "write");

/** The scopes that a request needs. */
export function scopesOf(method, path) {
  const action = method === "GET" ? "read" : "write";
  const parts = path.split("?")[0].split("/").filter(Boolean);
  const named = parts.filter((part) => SCOPED.includes(part));
  if (needsAdmin(action, parts[0])) return ["admin"];
  return named.length ? named.map((part) => `${part}:${action}`) : [action];
}
