import { words } from "../base/format.js";
import { t } from "../texts.js";
import { inTurn, sayCount } from "../ui/bulk.js";
import { update } from "../ui/edit.js";
import { say, sayFailure } from "../ui/toast.js";

/** The steps that a state allows, the usual one first. */
export const STEPS_OF_PAYMENT = {
  pending: [["approved", "approve"], ["cancelled", "cancel"]],
  approved: [["processing", "start"], ["cancelled", "cancel"]],
  processing: [["completed", "complete"], ["failed", "fail"]],
  failed: [["processing", "start"], ["cancelled", "cancel"]],
  completed: [],
  cancelled: [],
};

const setStatus = (payment, status) => update("/payments/" + payment.uuid, payment, { status });

/** Moves a payment, and says so; returns null if the API refused. */
export async function moveTo(payment, status) {
  try {
    const after = await setStatus(payment, status);
    say(t("payment.moved", { status: words(after.status) }));
    return after;
  } catch (failure) {
    sayFailure(failure);
    return null;
  }
}

/** Approves payments, and says how many; `done` gets each that was approved. */
export async function approveAll(payments, done) {
  const count = await inTurn(payments, async (payment) => done(await setStatus(payment, "approved")));
  sayCount("payment.approvedAll", count, payments.length);
}
