using Helpdesk.Contracts;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using MassTransit;

namespace Helpdesk.Notification.Ledger;

/// <summary>Writes the rows of the ledger in the commit that remembers the event. It sends nothing: a mail server must not hold up a consumer.</summary>
sealed class WriteDeliveries(
    NotificationDbContext db, Audience audience, ReplyAudience replies, Postbox postbox, SettingsInForce settings) :
    IConsumer<TicketOpened>, IConsumer<AssigneeChanged>, IConsumer<AgentReplied>, IConsumer<CustomerReplied>, IConsumer<TicketStatusChanged>,
    IConsumer<TicketClosed>, IConsumer<ClosingWarningIssued>, IConsumer<TicketMerged>, IConsumer<TicketLinked>,
    IConsumer<TicketAwaitsDispatcher>, IConsumer<TrackingLinkRequested>, IConsumer<TrackingLinkRenewed>
{
    public async Task Consume(ConsumeContext<TicketOpened> context)
    {
        var (told, current) = (context.Message, await settings.ReadAsync(context.CancellationToken));
        await db.KeepAsync(told, context.CancellationToken);
        await PutAsync(context, told.Ticket, [.. new Recipients(current.Closing).Of(told), .. await audience.OfAsync(told, current.AgentsSee, context.CancellationToken)], current);
    }

    public async Task Consume(ConsumeContext<AgentReplied> context)
    {
        var (told, current) = (context.Message, await settings.ReadAsync(context.CancellationToken));
        // Kept first, for it may be the first that is heard of the ticket, and tells who opened it.
        await db.KeepAsync(told.Ticket, context.CancellationToken);
        await PutAsync(context, told.Ticket, [.. new Recipients(current.Closing).Of(told), .. await audience.OfAsync(told, context.CancellationToken)], current);
    }

    public async Task Consume(ConsumeContext<CustomerReplied> context)
    {
        var (told, current) = (context.Message, await settings.ReadAsync(context.CancellationToken));
        await db.KeepAsync(told.Ticket, context.CancellationToken);
        var hearers = await replies.OfAsync(told.Ticket, Recipients.Reply(told), null, context.CancellationToken);
        // Who hears it in the agent's place does not hear it as its opener besides.
        var others = (await audience.OfAsync(told, context.CancellationToken)).Where(x => hearers.All(h => h.To.Id != x.To.Id));
        await PutAsync(context, told.Ticket, [.. hearers, .. others], current);
    }

    public async Task Consume(ConsumeContext<TicketMerged> context)
    {
        var (told, current) = (context.Message, await settings.ReadAsync(context.CancellationToken));
        await db.KeepAsync(told, context.CancellationToken);
        await PutAsync(context, told.Ticket, Recipients.Of(told), current);
        if (!told.BroughtCustomerReply)
            return;
        // It counts as the customer's reply there; the words stand in the ticket.
        var mail = new CustomerRepliedMail { Ticket = About.Agents(told.Into), Said = [], MergedFrom = told.Ticket.Number };
        await PutAsync(context, told.Into, await replies.OfAsync(told.Into, mail, told.MergedBy.Id, context.CancellationToken), current);
    }

    public async Task Consume(ConsumeContext<TicketClosed> context)
    {
        var (told, current) = (context.Message, await settings.ReadAsync(context.CancellationToken));
        await db.KeepAsync(told.Ticket, context.CancellationToken);
        await PutAsync(context, told.Ticket, Recipients.Of(told), current);
        // What a customer says while closing is heard as any other words of theirs.
        if (Recipients.Reply(told) is { } mail)
            await PutAsync(context, told.Ticket, await replies.OfAsync(told.Ticket, mail, null, context.CancellationToken), current);
    }

    public Task Consume(ConsumeContext<AssigneeChanged> context) => TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TicketStatusChanged> context) => TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<ClosingWarningIssued> context) => TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TrackingLinkRequested> context) => TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TrackingLinkRenewed> context) =>
        TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TicketLinked> context) => TellAsync(context, context.Message.Ticket, Recipients.Of(context.Message));

    public async Task Consume(ConsumeContext<TicketAwaitsDispatcher> context) => await postbox.PutAsync(
        context, (context.Message.TicketId, context.Message.Number), await audience.OfAsync(context.Message, context.CancellationToken), await settings.ReadAsync(context.CancellationToken));

    async Task TellAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<Addressed> addressed)
    {
        await db.KeepAsync(ticket, context.CancellationToken);
        await PutAsync(context, ticket, addressed, await settings.ReadAsync(context.CancellationToken));
    }

    Task PutAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<Addressed> addressed, CurrentSettings current) =>
        postbox.PutAsync(context, (ticket.Id, ticket.Number), addressed, current);
}
