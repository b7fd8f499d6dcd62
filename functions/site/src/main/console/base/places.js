import { fullName } from "./format.js";
import { href } from "./router.js";

const PAGES_OF = {
  partner: "partners", contact: "contacts", lead: "leads", deal: "deals", payment: "payments", commission_rule: "rules", webhook_endpoint: "webhooks", crm_connection: "crm",
};

/** The page of a record after the hash; none for records that have no page. */
export const pageOf = (type, uuid) => (PAGES_OF[type] && uuid ? `${PAGES_OF[type]}/${uuid}` : null);

/** The link to the page of a record. */
export const linkOf = (type, uuid) => {
  const page = pageOf(type, uuid);
  return page && href(page);
};

/** The name of a record as it came with an event. */
export const nameOf = (record) => record?.name ?? record?.label ?? record?.company_name ?? (fullName(record) || record?.partner_name) ?? null;
