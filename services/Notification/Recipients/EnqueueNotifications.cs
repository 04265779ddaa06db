using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using MassTransit;

namespace Helpdesk.Notification.Recipients;

/// <summary>Writes the rows of the ledger in the commit that remembers the event. It sends nothing: a mail server must not hold up a consumer.</summary>
sealed class EnqueueNotifications(
    NotificationDbContext db, StaffRecipients staff, ReplyRecipients replies, DeliveryQueue queue, CachedSettings settings) :
    IConsumer<TicketOpened>, IConsumer<AssigneeChanged>, IConsumer<AgentReplied>, IConsumer<CustomerReplied>, IConsumer<TicketStatusChanged>,
    IConsumer<TicketClosed>, IConsumer<ClosingWarningIssued>, IConsumer<TicketMerged>, IConsumer<TicketLinked>,
    IConsumer<TicketAwaitsDispatcher>, IConsumer<TrackingLinkRequested>, IConsumer<TrackingLinkRenewed>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var (told, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(told, context.CancellationToken);
        await EnqueueAsync(context, told.Ticket, [.. new EventRecipients(current.Closing).Find(told), .. await staff.FindAsync(told, current.AgentsSee, context.CancellationToken)], current);
    }

    public async Task Consume(ConsumeContext<AgentReplied> context)
    {
        var (told, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        // Kept first, for it may be the first that is heard of the ticket, and tells who opened it.
        await db.SyncTicketAsync(told.Ticket, context.CancellationToken);
        await EnqueueAsync(context, told.Ticket, [.. new EventRecipients(current.Closing).Find(told), .. await staff.FindAsync(told, context.CancellationToken)], current);
    }

    public async Task Consume(ConsumeContext<CustomerReplied> context)
    {
        var (told, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(told.Ticket, context.CancellationToken);
        var hearers = await replies.FindAsync(told.Ticket, EventRecipients.ReplyMail(told), null, context.CancellationToken);
        // Who hears it in the agent's place does not hear it as its opener besides.
        var others = (await staff.FindAsync(told, context.CancellationToken)).Where(x => hearers.All(h => h.To.Id != x.To.Id));
        await EnqueueAsync(context, told.Ticket, [.. hearers, .. others], current);
    }

    public async Task Consume(ConsumeContext<TicketMerged> context)
    {
        var (told, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(told, context.CancellationToken);
        await EnqueueAsync(context, told.Ticket, EventRecipients.Find(told), current);
        if (!told.BroughtCustomerReply)
            return;
        // It counts as the customer's reply there; the words stand in the ticket.
        var mail = new CustomerRepliedMail { Ticket = TicketDetails.ForStaff(told.Into), Messages = [], MergedFrom = told.Ticket.Number };
        await EnqueueAsync(context, told.Into, await replies.FindAsync(told.Into, mail, told.MergedBy.Id, context.CancellationToken), current);
    }

    public async Task Consume(ConsumeContext<TicketClosed> context)
    {
        var (told, current) = (context.Message, await settings.GetAsync(context.CancellationToken));
        await db.SyncTicketAsync(told.Ticket, context.CancellationToken);
        await EnqueueAsync(context, told.Ticket, EventRecipients.Find(told), current);
        // What a customer says while closing is heard as any other words of theirs.
        if (EventRecipients.ReplyMail(told) is { } mail)
            await EnqueueAsync(context, told.Ticket, await replies.FindAsync(told.Ticket, mail, null, context.CancellationToken), current);
    }

    public Task Consume(ConsumeContext<AssigneeChanged> context) => SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));
    public Task Consume(ConsumeContext<TicketStatusChanged> context) => SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));
    public Task Consume(ConsumeContext<ClosingWarningIssued> context) => SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));
    public Task Consume(ConsumeContext<TrackingLinkRequested> context) => SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));
    public Task Consume(ConsumeContext<TrackingLinkRenewed> context) =>
        SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));
    public Task Consume(ConsumeContext<TicketLinked> context) => SyncAndEnqueueAsync(context, context.Message.Ticket, EventRecipients.Find(context.Message));

    public async Task Consume(ConsumeContext<TicketAwaitsDispatcher> context) => await queue.EnqueueAsync(
        context, (context.Message.TicketId, context.Message.Number), await staff.FindAsync(context.Message, context.CancellationToken), await settings.GetAsync(context.CancellationToken));

    async Task SyncAndEnqueueAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<OutgoingNotification> notifications)
    {
        await db.SyncTicketAsync(ticket, context.CancellationToken);
        await EnqueueAsync(context, ticket, notifications, await settings.GetAsync(context.CancellationToken));
    }

    Task EnqueueAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<OutgoingNotification> notifications, NotificationSettings current) =>
        queue.EnqueueAsync(context, (ticket.Id, ticket.Number), notifications, current);
}
