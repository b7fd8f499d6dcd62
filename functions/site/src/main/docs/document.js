// The OpenAPI document, with its references followed.
const VERBS = ["get", "post", "put", "patch", "delete"];
const LONGEST = 4;

export const ADDRESS = new URL("openapi.json", document.baseURI).href;

/** The name of what a node refers to; absent if the node is no reference. */
export function referred(node) {
  return node?.$ref?.split("/").pop();
}

export function follow(api, node) {
  let found = node;
  while (found?.$ref) {
    found = found.$ref.slice(2).split("/").reduce((at, part) => at?.[part.replaceAll("~1", "/").replaceAll("~0", "~")], api);
  }
  return found ?? {};
}

/** All operations in the order of the document. */
export function operations(api) {
  return Object.entries(api.paths).flatMap(([path, item]) => VERBS.filter((verb) => item[verb]).map((verb) => {
    const operation = item[verb];
    return {
      id: operation.operationId, verb, path, operation, tag: operation.tags?.[0] ?? "",
      base: new URL((item.servers ?? api.servers ?? [{ url: "" }])[0].url + "/", ADDRESS).href.replace(/\/(\.\/)?$/, ""),
      parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => follow(api, parameter)),
    };
  }));
}

/** The media type and the schema of a body; absent without a body. */
export function content(api, holder) {
  const [type, media] = Object.entries(follow(api, holder).content ?? {})[0] ?? [];
  return type && { type, schema: media.schema ?? {}, example: media.example ?? Object.values(media.examples ?? {})[0]?.value };
}

export function types(schema) {
  return [schema.type ?? []].flat().filter((type) => type !== "null");
}

/** The properties of an object, those of the schemas that it consists of included. */
export function properties(api, schema) {
  const whole = follow(api, schema);
  const parts = (whole.allOf ?? []).map((part) => properties(api, part));
  return {
    fields: Object.assign({}, ...parts.map((part) => part.fields), whole.properties),
    required: [...parts.flatMap((part) => part.required), ...(whole.required ?? [])],
  };
}

const TEXTS = { "date-time": "2026-11-26T14:00:00.000Z", date: "2026-11-26", uuid: "0192a000-0000-7000-8000-000000000001", email: "mei@example.com", uri: "https://example.com/" };

/** A value that a schema allows, as far as its form says. Objects have their required fields, or their first ones. */
export function sample(api, schema, depth = 0) {
  const whole = follow(api, schema);
  const given = whole.const ?? whole.example ?? whole.examples?.[0] ?? whole.default ?? whole.enum?.find((value) => value !== null);
  if (given !== undefined) {
    return given;
  }
  const choice = (whole.oneOf ?? whole.anyOf)?.find((one) => follow(api, one).type !== "null");
  if (choice) {
    return sample(api, choice, depth);
  }
  const { fields, required } = properties(api, whole);
  switch (types(whole)[0] ?? (Object.keys(fields).length ? "object" : "")) {
    case "object": {
      const names = required.length ? required : Object.keys(fields).slice(0, LONGEST);
      return depth >= LONGEST ? {} : Object.fromEntries(names.filter((name) => fields[name]).map((name) => [name, sample(api, fields[name], depth + 1)]));
    }
    case "array": return depth >= LONGEST || !whole.items ? [] : [sample(api, whole.items, depth + 1)];
    case "string": return TEXTS[whole.format] ?? "text";
    case "integer": case "number": return Math.max(1, whole.minimum ?? 1);
    case "boolean": return true;
    default: return null;
  }
}
