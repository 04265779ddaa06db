using Helpdesk.Contracts;
using MassTransit;

namespace Helpdesk.Ui.Live;

/// <summary>
/// Tells the pages that show a ticket that something happened to it. What exactly, each page asks the service, which knows what it may see.
/// </summary>
sealed class NotifyLivePages(LiveSubscriptions pages) :
    IConsumer<AssigneeChanged>, IConsumer<TicketStatusChanged>, IConsumer<TicketClosed>, IConsumer<TicketReopened>,
    IConsumer<TicketPriorityChanged>, IConsumer<TicketRecategorized>, IConsumer<TicketSubjectChanged>, IConsumer<ClosingWarningIssued>,
    IConsumer<TicketRated>, IConsumer<TicketMerged>, IConsumer<CustomerReplied>, IConsumer<AgentReplied>, IConsumer<ReplyBeingWritten>,
    IConsumer<AgentAvailabilityChanged>
{
    static readonly LiveEvent Changed = new("changed"), Reply = new("reply"), Availability = new("availability");

    public Task Consume(ConsumeContext<AssigneeChanged> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketStatusChanged> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketClosed> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketReopened> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketPriorityChanged> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketRecategorized> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketSubjectChanged> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<ClosingWarningIssued> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketRated> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<TicketMerged> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<CustomerReplied> context) => ChangedAsync(context.Message.Ticket.Id);

    public Task Consume(ConsumeContext<AgentReplied> context)
    {
        pages.Publish(context.Message.Ticket.Id, Reply);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ReplyBeingWritten> context)
    {
        pages.Publish(context.Message.TicketId, new("writing", context.Message.FirstName));
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<AgentAvailabilityChanged> context)
    {
        pages.PublishToAll(Availability);
        return Task.CompletedTask;
    }

    Task ChangedAsync(Guid ticket)
    {
        pages.Publish(ticket, Changed);
        return Task.CompletedTask;
    }
}
