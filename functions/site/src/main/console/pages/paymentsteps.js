import { words } from "../base/format.js";
import { t } from "../texts.js";
import { changeTogether, sayCount } from "../ui/bulk.js";
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

/** Moves payments, says how many, and returns those that failed; `done` gets each that was moved. */
export async function moveAll(payments, status, done) {
  const failed = await changeTogether("/payments", payments.map((row) => ({ row, patch: { status } })), done);
  sayCount(status === "approved" ? "payment.approvedAll" : "payment.movedAll", payments.length - failed.length, payments.length, { status: words(status) });
  return failed;
}

/** The steps that all of these payments allow. */
export const stepsOfAll = ([first, ...others]) => (first ? STEPS_OF_PAYMENT[first.status].filter(([status]) => others.every((payment) => STEPS_OF_PAYMENT[payment.status].some(([other]) => other === status))) : []);
