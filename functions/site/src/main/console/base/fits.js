// What a filter of a list compares in a record, if that is not the field of its name.
const COMPARED = {
  phase: "stage_phase",
  registration_status: "registration",
  tag_uuid: "tag_uuids",
  assigned_user_uuid: "assigned_user_uuids",
  assigned: "assigned_user_uuids",
  unread: "read_at",
};
const SPECIAL = {
  registration_status: (value, wanted) => wanted.includes(value?.status ?? "none"),
  assigned: (value, wanted) => wanted.includes(String((value ?? []).length > 0)),
  unread: (value, wanted) => wanted.includes(String(!value)),
};
// What says which page of a list is shown, and how.
const NO_FILTERS = new Set(["page", "pageSize", "sort", "expand"]);
const PARENT = /^\/(partner|lead|deal)s\/([\da-f-]{36})\//;

/** The filters of a list: those of its address, and the record that it is below of. */
export function filtersOf(path, params) {
  const parent = PARENT.exec(path);
  const filters = Object.entries(params).filter(([name, value]) => !NO_FILTERS.has(name) && value !== undefined && value !== null && value !== "");
  return parent ? [...filters, [parent[1] + "_uuid", parent[2]]] : filters;
}

/** Whether filters may find a record. Some, like a search, only the API can decide. */
export const fits = (filters, object) =>
  !object || filters.every(([name, text]) => {
    const value = object[COMPARED[name] ?? name];
    const wanted = String(text).split(",");
    if (!((COMPARED[name] ?? name) in object)) return true;
    if (SPECIAL[name]) return SPECIAL[name](value, wanted);
    return Array.isArray(value) ? value.some((one) => wanted.includes(one)) : wanted.includes(String(value ?? "none"));
  });

/** Whether a change of these fields may bring a record into a list. */
export const mayEnter = (filters, changed) => filters.some(([name]) => (changed ?? []).some((field) => field.split(".")[0] === (COMPARED[name] ?? name)));
