using System.Diagnostics;
using System.Reflection;
using MassTransit;
using MassTransit.Logging;

namespace Helpdesk.Messaging;

/// <summary>Adds to traces which ticket a message is about, and that a timer fired.</summary>
sealed class MessageSpans : IConsumeObserver
{
    static readonly ActivitySource Source = new("Helpdesk.Messaging");

    /// <summary>
    /// A timer that fires, days later, starts a trace of its own, linked to the one in which it was set. Any other message continues the
    /// trace in its headers, and has no span here.
    /// </summary>
    public static Activity? StartTimer(OutboxMessage message)
    {
        if (message.SchedulingToken is null || !Source.HasListeners())
            return null;
        var setBy = ((MessageContext)message).Headers.Get<string>(DiagnosticHeaders.ActivityId);
        ActivityLink[] links = ActivityContext.TryParse(setBy, null, out var context) ? [new(context)] : [];
        // Of urn:message:Helpdesk.Ticketing.Timers:WarningDue;urn:...
        var name = message.MessageType.Split(';')[0].Split(':')[^1];
        return Source.StartActivity($"timer {name}", ActivityKind.Producer, default(ActivityContext), links: links);
    }

    Task IConsumeObserver.PreConsume<T>(ConsumeContext<T> context)
    {
        if (Activity.Current is { IsAllDataRequested: true } span && TicketOf<T>.Number(context.Message) is { } number)
            span.SetTag("helpdesk.ticket", number);
        return Task.CompletedTask;
    }

    Task IConsumeObserver.PostConsume<T>(ConsumeContext<T> context) => Task.CompletedTask;

    Task IConsumeObserver.ConsumeFault<T>(ConsumeContext<T> context, Exception exception) => Task.CompletedTask;

    /// <summary>Events have a <c>Ticket</c> with a <c>Number</c>, or a <c>Number</c> of their own.</summary>
    static class TicketOf<T> where T : class
    {
        static readonly PropertyInfo? Ticket = typeof(T).GetProperty("Ticket");
        static readonly PropertyInfo? Numbered = (Ticket?.PropertyType ?? typeof(T)).GetProperty("Number", typeof(string));

        public static string? Number(T message) => Numbered?.GetValue(Ticket is null ? message : Ticket.GetValue(message)) as string;
    }
}
