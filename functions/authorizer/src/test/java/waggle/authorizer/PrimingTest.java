package waggle.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import waggle.model.keys.KeyStore;

class PrimingTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void prime_looksUpAKeyAndNotesAUse_thatChangeNothing() throws Exception {
        new AuthorizerFunction(new KeyStore(new EmptyTable(), "table")).prime();

        assertThat(calls).containsExactly("getItem", "updateItem");
    }

    private final class EmptyTable implements DynamoDbClient {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            calls.add("getItem");
            return GetItemResponse.builder().build();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            assertThat(request.conditionExpression()).startsWith("attribute_exists(pk) AND ");
            calls.add("updateItem");
            throw ConditionalCheckFailedException.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
