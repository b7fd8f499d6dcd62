package waggle.infra.alarms;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Option;

/** The mail that alarms and the budget send, if the operator names an address. */
public final class Notification {
    private Notification() {}

    /** Call it after all alarms. */
    public static void addTo(Stack stack, Environment environment) {
        Option.ALARM_EMAIL.of(stack, environment).ifPresent(address -> {
            notify(stack, topic(stack, environment, address));
            Option.BUDGET.of(stack, environment).ifPresent(dollars -> addBudget(stack, environment, dollars, address));
        });
    }

    private static void notify(Stack stack, Topic topic) {
        var actions = List.of(topic.getTopicArn());
        for (var construct : stack.getNode().findAll()) {
            if (construct instanceof CfnAlarm alarm) {
                alarm.setAlarmActions(actions);
                alarm.setOkActions(actions);
            }
        }
    }

    private static Topic topic(Stack stack, Environment environment, String address) {
        var topic = Topic.Builder.create(stack, "AlarmTopic")
                .topicName(environment.nameOf("alarms"))
                .enforceSsl(true)
                .build();
        topic.addSubscription(EmailSubscription.Builder.create(address).build());
        return topic;
    }

    /** The costs of the AWS account: those of a tag are known only after its activation in the billing console. */
    private static void addBudget(Stack stack, Environment environment, String dollars, String address) {
        CfnBudget.Builder.create(stack, "Budget")
                .budget(BudgetDataProperty.builder()
                        .budgetName(environment.nameOf("budget"))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(Double.parseDouble(dollars))
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(List.of(NotificationWithSubscribersProperty.builder()
                        .notification(NotificationProperty.builder()
                                .notificationType("FORECASTED")
                                .comparisonOperator("GREATER_THAN")
                                .threshold(100)
                                .build())
                        .subscribers(List.of(SubscriberProperty.builder()
                                .subscriptionType("EMAIL")
                                .address(address)
                                .build()))
                        .build()))
                .build();
    }
}
