using System.Diagnostics;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>Names the steps of a message after the message and who consumes it, instead of after queues.</summary>
sealed class NamesForPeople : BaseProcessor<Activity>
{
    const string Consumer = "messaging.masstransit.consumer_type";
    const string Messages = "messaging.masstransit.message_types";

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != "MassTransit" || data.GetTagItem(Messages) is not string messages)
            return;
        // Of urn:message:Helpdesk.Contracts:TicketOpened,urn:...
        var message = Last(messages.Split(',')[0]);
        if (data.GetTagItem(Consumer) is not string consumer)
        {
            data.DisplayName = message + " sent";
            return;
        }

        data.DisplayName = Last(consumer);
        if (data.Parent is not { } received)
            return;
        received.DisplayName = message + " received";
        data.SetTag(TicketSpan.Tag, data.GetTagItem(TicketSpan.Tag) ?? received.GetTagItem(TicketSpan.Tag));
    }

    static string Last(string name) => name[(name.LastIndexOfAny(['.', ':', '+']) + 1)..];
}
