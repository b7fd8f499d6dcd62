import { options, useConfig, usePartnerNames } from "../base/config.js";
import { ago, fullName, wholeMoment } from "../base/format.js";
import { html } from "../base/lib.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { ListPage } from "../ui/list.js";
import { Avatar } from "../ui/parts.js";

export function Contacts() {
  const { tags } = useConfig("tags");
  const spec = {
    title: t("contact.title"), path: "/contacts", type: "contact", group: "contacts", search: t("contact.search"), sort: "-created_at", mark: "user",
    empty: t("partner.noContacts"), emptyText: t("contact.emptyText"), link: ({ uuid }) => href("contacts/" + uuid),
    filters: [{ name: "tag_uuid", text: t("partner.tags"), options: options(tags.filter((tag) => tag.association === "contact")) }],
    columns: [
      { name: "name", text: t("contact.contact"), sort: "last_name", draw: (contact) => html`<span class="who"><${Avatar} name=${fullName(contact)} round /><span><b>${fullName(contact)}</b><small>${contact.email}</small></span></span>` },
      { name: "partner", text: t("lead.partner"), draw: ({ partner_uuid }) => html`<${PartnerName} uuid=${partner_uuid} />` },
      { name: "position", text: t("partner.position"), wide: true, draw: ({ position }) => position ?? "–" },
      { name: "phone", text: t("partner.phone"), wide: true, draw: ({ phone_number }) => phone_number ?? "–" },
      { name: "created", text: t("lead.created"), sort: "created_at", wide: true, draw: ({ created_at }) => html`<time class="muted" title=${wholeMoment(created_at)}>${ago(created_at)}</time>` },
    ],
    above: ({ rows }) => html`<${Names} rows=${rows} />`,
  };
  return html`<${ListPage} spec=${spec} />`;
}

/** Reads the names of all partners of the page with one request. */
function Names({ rows }) {
  usePartnerNames(rows.map(({ partner_uuid }) => partner_uuid));
  return null;
}

const PartnerName = ({ uuid }) => html`<a href=${href("partners/" + uuid)}>${usePartnerNames([])[uuid] ?? t("common.open")}</a>`;
