using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using MassTransit;

namespace Helpdesk.Attachment.Tests;

/// <summary>The receipts of purges, as another service hears them.</summary>
sealed class Receipts : IConsumer<AttachmentsPurged>
{
    public ConcurrentQueue<AttachmentsPurged> All { get; } = new();

    public Task Consume(ConsumeContext<AttachmentsPurged> context)
    {
        All.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public List<AttachmentsPurged> Of(Guid ticket) => [.. All.Where(x => x.TicketId == ticket)];

    public async Task<AttachmentsPurged> OneAsync(Guid ticket)
    {
        await Eventually.HoldsAsync(() => Of(ticket).Count > 0);
        return Assert.Single(Of(ticket));
    }
}
