import { get } from "./api.js";
import { useCallback, useEffect, useState } from "./lib.js";

const SIZE = 12;
const MOST_WITHOUT = 50;

/** The column of the records that have no stage. It is shown if there are any, as the first. */
const WITHOUT = "without";
export const keyOf = (value) => value ?? WITHOUT;
export const valueOf = (key) => (key === WITHOUT ? null : key);

/**
 * Reads the groups of a board, and can show a move before the API confirms it. `field` is what a column has in common: the
 * `stage_uuid`, or the `status` of leads.
 */
export function useBoard(resource, field, params) {
  const [state, setState] = useState({ groups: null, failure: null });
  const key = JSON.stringify(params);
  const load = useCallback(async () => {
    try {
      const { groups } = await get(`/${resource}/board`, { ...params, group_by: field.replace("_uuid", ""), pageSize: SIZE, sort: "-updated_at" });
      setState({ groups: firstWithout(groups.map((group) => ({ ...group, key: keyOf(group.stage?.uuid ?? group.status) }))), failure: null });
    } catch (failure) {
      setState((before) => ({ ...before, failure }));
    }
  }, [resource, field, key]);
  useEffect(() => {
    load();
  }, [load]);
  const change = (step) => setState((before) => (before.groups ? { ...before, groups: step(before.groups) } : before));
  return { ...state, load, change };
}

const firstWithout = (groups) => [...groups].sort((a, b) => (b.key === WITHOUT) - (a.key === WITHOUT)).filter(({ key, record_count }) => key !== WITHOUT || record_count > 0);

/** Whether a column can show further cards. No list has the records without a stage, and a board shows 50 of them. */
export const hasMore = ({ key, record_count, data }) => record_count > data.length && (key !== WITHOUT || data.length < MOST_WITHOUT);

/** The next cards of a column. */
export async function more(resource, field, group, params) {
  if (group.key === WITHOUT) {
    const { groups } = await get(`/${resource}/board`, { ...params, group_by: "stage", pageSize: MOST_WITHOUT, sort: "-updated_at" });
    const all = groups.find(({ stage }) => !stage)?.data ?? [];
    return (known) => known.map((one) => (one.key === WITHOUT ? { ...one, data: [...one.data, ...all.filter(({ uuid }) => !has(one, uuid))] } : one));
  }
  const page = Math.floor(group.data.length / SIZE) + 1;
  const { data } = await get("/" + resource, { ...params, [field]: group.key, page, pageSize: SIZE, sort: "-updated_at" });
  return (groups) => groups.map((one) => (one.key === group.key ? { ...one, data: [...one.data, ...data.filter((record) => !has(one, record.uuid))] } : one));
}

const has = (group, uuid) => group.data.some((record) => record.uuid === uuid);
export const placeOf = (groups, uuid) => groups.find((group) => has(group, uuid));

/** Puts a record on top of a column; counts and sums move with it. */
export const place = (record, key, value) => (known) => {
  const groups = key === WITHOUT && !known.some((group) => group.key === key) ? [{ key, record_count: 0, sums: [], data: [] }, ...known] : known;
  const from = placeOf(groups, record.uuid);
  if (from?.key === key) {
    return groups.map((group) => (group === from ? { ...group, data: group.data.map((old) => (old.uuid === record.uuid ? { ...old, ...record } : old)) } : group));
  }
  return groups.map((group) => {
    if (group === from) return { ...group, record_count: group.record_count - 1, sums: added(group.sums, record, value, -1), data: group.data.filter(({ uuid }) => uuid !== record.uuid) };
    if (group.key !== key) return group;
    return { ...group, record_count: group.record_count + 1, sums: added(group.sums, record, value, 1), data: [record, ...group.data] };
  });
};

export const takeOut = (uuid) => (groups) =>
  groups.map((group) => (has(group, uuid) ? { ...group, record_count: group.record_count - 1, data: group.data.filter((record) => record.uuid !== uuid) } : group));

function added(list, record, value, sign) {
  if (!value || !record[value] || !record.currency_code) return list;
  const known = list.some(({ currency_code }) => currency_code === record.currency_code);
  const all = known ? list : [...list, { currency_code: record.currency_code, [value]: 0 }];
  return all.map((sum) => (sum.currency_code === record.currency_code ? { ...sum, [value]: round(sum[value] + sign * record[value]) } : sum));
}
const round = (value) => Math.round(value * 1000) / 1000;
