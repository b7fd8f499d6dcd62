import { options } from "../base/config.js";
import { t } from "../texts.js";
import { customInputs } from "../ui/edit.js";

/** The inputs of a contact, without its partner. */
export const contactInputs = ({ tags, fields }) => [
  { name: "email", label: t("partner.email"), type: "email", required: true },
  { name: "first_name", label: t("partner.first"), half: true },
  { name: "last_name", label: t("partner.last"), half: true },
  { name: "position", label: t("partner.position"), half: true },
  { name: "phone_number", label: t("partner.phone"), half: true },
  { name: "tag_uuids", label: t("partner.tags"), type: "multi", options: options(tags.filter((tag) => tag.association === "contact")) },
  ...customInputs(fields, "contact"),
];
