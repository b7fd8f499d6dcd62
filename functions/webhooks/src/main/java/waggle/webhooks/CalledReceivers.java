package waggle.webhooks;

import waggle.delivery.receiver.Receivers;

/** The receivers that this function may call: those that a local cloud injects, or those of the environment. */
record CalledReceivers(Receivers receivers) {}
