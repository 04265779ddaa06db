using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using MassTransit;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Writes the rows of the ledger in the commit that remembers the event. It sends nothing: a mail server must not hold up a consumer.
/// </summary>
sealed class EnqueueNotifications(
    NotificationDbContext db, StaffRecipients staff, ReplyRecipients replies, DeliveryQueue queue, CachedSettings settings) :
    IConsumer<TicketOpened>, IConsumer<AssigneeChanged>, IConsumer<AgentReplied>, IConsumer<CustomerReplied>,
    IConsumer<TicketStatusChanged>, IConsumer<TicketClosed>, IConsumer<ClosingWarningIssued>, IConsumer<TicketMerged>,
    IConsumer<TicketLinked>, IConsumer<TicketAwaitsDispatcher>, IConsumer<TrackingLinkRequested>, IConsumer<TrackingLinkRenewed>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(e, context.CancellationToken);
        var others = await staff.FindAsync(e, current.AgentsSee, context.CancellationToken);
        await EnqueueAsync(context, e.Ticket, [.. new EventRecipients(current.Closing).Find(e), .. others], current);
    }

    public async Task Consume(ConsumeContext<AgentReplied> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        // Kept first, for it may be the first that is heard of the ticket, and tells who opened it.
        await db.SyncTicketAsync(e.Ticket, context.CancellationToken);
        var others = await staff.FindAsync(e, context.CancellationToken);
        await EnqueueAsync(context, e.Ticket, [.. new EventRecipients(current.Closing).Find(e), .. others], current);
    }

    public async Task Consume(ConsumeContext<CustomerReplied> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(e.Ticket, context.CancellationToken);
        var readers = await replies.FindAsync(e.Ticket, CustomerRepliedMail.Of(e), null, context.CancellationToken);
        // Who hears it in the agent's place does not hear it as its opener besides.
        var others = (await staff.FindAsync(e, context.CancellationToken)).Where(x => readers.All(y => y.To.Id != x.To.Id));
        await EnqueueAsync(context, e.Ticket, [.. readers, .. others], current);
    }

    public async Task Consume(ConsumeContext<TicketMerged> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(e, context.CancellationToken);
        await EnqueueAsync(context, e.Ticket, EventRecipients.Find(e), current);
        if (!e.BroughtCustomerReply)
            return;
        // It counts as the customer's reply there; the words stand in the ticket.
        var mail = new CustomerRepliedMail { Ticket = TicketDetails.ForStaff(e.Into), Messages = [], MergedFrom = e.Ticket.Number };
        var readers = await replies.FindAsync(e.Into, mail, e.MergedBy.Id, context.CancellationToken);
        await EnqueueAsync(context, e.Into, readers, current);
    }

    public async Task Consume(ConsumeContext<TicketClosed> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(e.Ticket, context.CancellationToken);
        await EnqueueAsync(context, e.Ticket, EventRecipients.Find(e), current);
        // What a customer says while closing is heard as any other words of theirs.
        if (CustomerRepliedMail.Of(e) is { } mail)
            await EnqueueAsync(context, e.Ticket, await replies.FindAsync(e.Ticket, mail, null, context.CancellationToken), current);
    }

    public async Task Consume(ConsumeContext<TicketAwaitsDispatcher> context)
    {
        var (e, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await queue.EnqueueAsync(context, (e.TicketId, e.Number), await staff.FindAsync(e, context.CancellationToken), current);
    }

    public Task Consume(ConsumeContext<AssigneeChanged> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public Task Consume(ConsumeContext<TicketStatusChanged> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public Task Consume(ConsumeContext<ClosingWarningIssued> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public Task Consume(ConsumeContext<TrackingLinkRequested> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public Task Consume(ConsumeContext<TrackingLinkRenewed> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public Task Consume(ConsumeContext<TicketLinked> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    async Task SyncAndEnqueueAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<OutgoingNotification> notifications)
    {
        await db.SyncTicketAsync(ticket, context.CancellationToken);
        await EnqueueAsync(context, ticket, notifications, await settings.GetAsync(context.CancellationToken));
    }

    Task EnqueueAsync(
        ConsumeContext context, TicketSnapshot ticket, IEnumerable<OutgoingNotification> notifications, NotificationSettings current) =>
        queue.EnqueueAsync(context, (ticket.Id, ticket.Number), notifications, current);
}
