package waggle.model.crm.sync;

import java.util.List;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemoteStage;

/** A CRM with an account, and without fields, stages and owners of its own. */
public interface PlainCrm extends Crm {
    @Override
    default RemoteAccount account() {
        return new RemoteAccount("1", "Memory");
    }

    @Override
    default RemoteObject describe(String object) {
        return new RemoteObject(object, List.of());
    }

    @Override
    default void prepare(String object) {}

    @Override
    default List<RemoteStage> stages(String object) {
        return List.of();
    }

    @Override
    default List<RemoteOwner> owners() {
        return List.of();
    }
}
