import { get } from "./api.js";
import { useQuery } from "./query.js";

const SIZE = 12;

/** The column of the records that have no stage. It is shown if there are any, as the first. */
const WITHOUT = "without";
export const keyOf = (value) => value ?? WITHOUT;
export const valueOf = (key) => (key === WITHOUT ? null : key);

/**
 * Reads the groups of a board, and can show a move before the API confirms it. `field` is what a column has in common: the
 * `stage_uuid`, or the `status` of leads.
 */
export function useBoard(resource, field, params) {
  const query = useQuery(`/${resource}/board`, { ...params, group_by: field.replace("_uuid", ""), pageSize: SIZE, sort: "-updated_at" }, groupsOf);
  const change = (step) => query.change((groups) => groups && step(groups));
  return { ...query, groups: query.data, change };
}

const groupsOf = ({ groups }, before) => withRest(firstWithout(groups.map((group) => ({ ...group, key: keyOf(group.stage?.uuid ?? group.status) }))), before ?? []);

/** A board that is read again still shows the cards that a person asked for, if they follow the first ones without a gap. */
function withRest(groups, before) {
  const read = new Set(groups.flatMap(({ data }) => data.map(({ uuid }) => uuid)));
  return groups.map((group) => {
    const last = group.data.at(-1);
    const shown = before.find(({ key }) => key === group.key);
    if (!last || !shown || !has(shown, last.uuid)) return group;
    const rest = shown.data.filter(({ uuid, updated_at }) => !read.has(uuid) && updated_at <= last.updated_at);
    return { ...group, data: [...group.data, ...rest].slice(0, group.record_count) };
  });
}

const firstWithout = (groups) => [...groups].sort((a, b) => (b.key === WITHOUT) - (a.key === WITHOUT)).filter(({ key, record_count }) => key !== WITHOUT || record_count > 0);

/** Whether a column can show further cards. */
export const hasMore = ({ record_count, data }) => record_count > data.length;

/** The next cards of a column. */
export async function more(resource, field, group, params) {
  const page = Math.floor(group.data.length / SIZE) + 1;
  const { data } = await get("/" + resource, { ...params, [field]: group.key === WITHOUT ? "none" : group.key, page, pageSize: SIZE, sort: "-updated_at" });
  return (groups) => groups.map((one) => (one.key === group.key ? { ...one, data: [...one.data, ...data.filter((record) => !has(one, record.uuid))] } : one));
}

const has = (group, uuid) => group.data.some((record) => record.uuid === uuid);
export const placeOf = (groups, uuid) => groups.find((group) => has(group, uuid));

/** Puts a record on top of a column; counts and sums move with it. */
export const place = (record, key, value) => (known) => {
  const groups = key === WITHOUT && !known.some((group) => group.key === key) ? [{ key, record_count: 0, sums: [], data: [] }, ...known] : known;
  const from = placeOf(groups, record.uuid);
  const old = from?.data.find(({ uuid }) => uuid === record.uuid);
  if (record.version < old?.version) return known;
  if (from?.key === key) {
    return groups.map((group) => (group === from ? { ...group, data: group.data.map((one) => (one === old ? { ...old, ...record } : one)) } : group));
  }
  return groups.map((group) => {
    if (group === from) return { ...group, record_count: group.record_count - 1, sums: added(group.sums, record, value, -1), data: group.data.filter(({ uuid }) => uuid !== record.uuid) };
    if (group.key !== key) return group;
    return { ...group, record_count: group.record_count + 1, sums: added(group.sums, record, value, 1), data: [record, ...group.data] };
  });
};

export const takeOut = (uuid, value) => (groups) =>
  groups.map((group) => {
    const record = group.data.find((one) => one.uuid === uuid);
    return record ? { ...group, record_count: group.record_count - 1, sums: added(group.sums, record, value, -1), data: group.data.filter((one) => one !== record) } : group;
  });

function added(list, record, value, sign) {
  if (!value || !record[value] || !record.currency_code) return list;
  const known = list.some(({ currency_code }) => currency_code === record.currency_code);
  const all = known ? list : [...list, { currency_code: record.currency_code, [value]: 0 }];
  return all.map((sum) => (sum.currency_code === record.currency_code ? { ...sum, [value]: round(sum[value] + sign * record[value]) } : sum));
}
const round = (value) => Math.round(value * 1000) / 1000;
