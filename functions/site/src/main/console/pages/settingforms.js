import { capital, words } from "../base/format.js";
import { t } from "../texts.js";

const choices = (...values) => values.map((value) => [value, capital(words(value))]);
const PHASES_BY_KIND = {
  partner: choices("discovery", "evaluation", "active", "inactive"),
  deal: choices("discovery", "negotiation", "closed_won", "closed_lost"),
  payment: choices("pending", "processing", "completed", "failed"),
};
const ENTITIES = choices("partner", "lead", "deal", "contact");
const FIELD_TYPES = choices("text", "textarea", "number", "date", "boolean", "select", "multi_select");
const LISTS_OF = { partner: "partners", lead: "leads", deal: "deals", contact: "contacts" };
const partnerType = () => ({ name: "partner_type", label: t("setting.partnerType"), type: "select", options: choices("referral", "reseller", "distributor"), none: t("common.all"), half: true });

/** What is special about a list: whether it has an order, who may write, and where its users are found. */
export const KINDS_OF_SETTING = {
  stages: { ordered: true, used: { path: ({ kind }) => (kind === "partner" ? "partners" : "deals"), filter: ({ kind }) => (kind === "payment" ? "payment_stage_uuid" : "stage_uuid") }, detail: ({ phase, probability }) => capital(words(phase)) + (probability ? ` · ${probability} %` : "") },
  tiers: { ordered: true, used: { path: () => "partners", filter: () => "tier_uuid" }, detail: ({ partner_type }) => (partner_type ? capital(words(partner_type)) : "") },
  tags: { used: { path: ({ association }) => LISTS_OF[association], filter: () => "tag_uuid" }, detail: ({ association }) => capital(words(association)) },
  categories: { used: { path: () => "partners", filter: () => "category_uuid" }, detail: ({ partner_type }) => (partner_type ? capital(words(partner_type)) : "") },
  "custom-fields": { detail: ({ entity, type, key }) => `${capital(words(entity))} · ${words(type)} · ${key}` },
  users: { used: { path: () => "partners", filter: () => "assigned_user_uuid" }, detail: ({ email, role }) => `${email} · ${words(role)}` },
};

const INPUTS = {
  stages: (fixed) => [
    { name: "phase", label: t("setting.phase"), type: "select", required: true, options: PHASES_BY_KIND[fixed.kind], half: true },
    ...(fixed.kind === "deal" ? [{ name: "probability", label: t("setting.probability"), type: "number", half: true }] : []),
    partnerType(),
  ],
  tiers: () => [colour(), partnerType()],
  tags: (fixed, record) => [...(record ? [] : [{ name: "association", label: t("setting.association"), type: "select", required: true, options: ENTITIES, half: true }]), colour(), partnerType()],
  categories: () => [partnerType()],
  "custom-fields": (fixed, record) => [
    ...(record ? [] : [
      { name: "entity", label: t("setting.association"), type: "select", required: true, options: ENTITIES, half: true },
      { name: "type", label: t("setting.type"), type: "select", required: true, options: FIELD_TYPES, half: true },
    ]),
    ...(record && !/select$/.test(record.type) ? [] : [{ name: "options", label: t("setting.options"), help: t("setting.optionsHelp"), list: true }]),
    { name: "required", label: t("setting.required"), type: "check" },
    { name: "shared", label: t("setting.shared"), type: "check" },
  ],
};
const colour = () => ({ name: "background_color", label: t("setting.colour"), type: "color", half: true });

const userInputs = (record) => [
  { name: "email", label: t("partner.email"), type: "email", required: true },
  { name: "first_name", label: t("partner.first"), half: true },
  { name: "last_name", label: t("partner.last"), half: true },
  { name: "role", label: t("partner.role"), type: "select", required: true, options: choices("admin", "partnerships"), half: true },
  ...(record ? [{ name: "status", label: t("partner.status"), type: "select", required: true, options: choices("invited", "active", "disabled"), half: true }] : []),
];

export const inputsOf = (kind, fixed, record) => (kind === "users" ? userInputs(record) : [{ name: "label", label: t("setting.label"), required: true }, ...INPUTS[kind](fixed, record)]);

export const companyInputs = () => [
  { name: "name", label: t("setting.name"), required: true },
  { name: "domain", label: t("setting.domain") },
  { name: "currency_code", label: t("setting.currency"), half: true },
  { name: "time_zone", label: t("setting.timeZone"), half: true },
  { name: "registration_days", label: t("setting.days"), type: "number", half: true },
];
