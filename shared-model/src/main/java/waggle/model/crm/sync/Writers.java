package waggle.model.crm.sync;

import waggle.model.crm.port.CrmWriter;

/**
 * The writers of both sides.
 *
 * @param crm writes to the CRM, or notes its writes in a dry run
 * @param steps stores links and changes of Waggle, or notes them
 */
public record Writers(CrmWriter crm, Steps steps) {}
