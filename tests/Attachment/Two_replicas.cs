using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Tests;

public sealed class Two_replicas
{
    [Fact]
    public async Task AU4_share_the_purges_and_write_each_receipt_once()
    {
        const int Tickets = 60;
        await using var installation = await Installation.CreateAsync();
        var (first, second) = (await installation.StartAsync(), await installation.StartAsync());
        var tickets = Enumerable.Range(0, Tickets).Select(_ => SampleEvents.Ticket(installation.Clock.GetUtcNow())).ToList();
        await Task.WhenAll(tickets.Select(async x =>
        {
            var file = await first.UploadAsync(Build.Png());
            await second.HearAsync(SampleEvents.Opened(x, file.Attached));
        }));
        await using var db = installation.Open();
        await Eventually.HoldsAsync(async () => await db.Files.CountAsync(x => x.TicketId != null) == Tickets);

        // Each event twice: once more than it should.
        await Task.WhenAll(tickets.SelectMany(x =>
        {
            var (due, id) = (SampleEvents.Due(x, x.OpenedAt.AddHours(1)), Guid.CreateVersion7());
            return new[] { first.HearAsync(due, id), second.HearAsync(due, id) };
        }));
        await Eventually.HoldsAsync(async () =>
            !await db.Files.AnyAsync() && await db.Purges.CountAsync(x => x.SettledAt != null) == Tickets);
        await Eventually.HoldsAsync(() => first.Receipts.All.Count >= Tickets && second.Receipts.All.Count >= Tickets);
        Assert.Equal(Tickets, first.Receipts.All.Count);
        Assert.All(tickets, x => Assert.Single(Assert.Single(first.Receipts.Of(x.Id)).Files));
        Assert.Empty(installation.FilesOnDisk());
    }

    [Fact]
    public async Task Model_and_migrations_agree()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
