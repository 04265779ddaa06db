using System.Globalization;
using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Two_replicas : IAsyncLifetime
{
    Installation _installation = null!;

    public async ValueTask InitializeAsync()
    {
        _installation = await Installation.CreateAsync();
        // No lease of a worker ends because the machine is slow.
        _installation.Clock.Stop();
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task F31_share_the_work_and_send_each_mail_once()
    {
        const int Tickets = 500;
        var first = await _installation.StartAsync();
        await _installation.StartAsync();
        var token = first.Protect("x");
        // The first round is cold: most of its time goes into compiling.
        for (var round = 1; round <= 2; round++)
        {
            var (sent, started) = (round * Tickets, TimeProvider.System.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(sent, Tickets).Select(i => first.PublishAsync(
                SampleEvents.Opened(SampleEvents.Ticket(SampleEvents.Customer(email: $"c{i}@example.org"), token: token)))));
            await Eventually.HoldsAsync(() => first.ReadAsync(
                async db => await db.Deliveries.CountAsync(x => x.State == DeliveryState.Sent) == sent), TimeSpan.FromMinutes(4));
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Tickets} mails in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s, "
                + $"{_installation.Smtp.Connections} connections so far"));
        }

        Assert.Equal(2 * Tickets, _installation.Smtp.Mails.Count);
        Assert.Equal(2 * Tickets, _installation.Smtp.Mails.Select(x => x.To).Distinct().Count());
        Assert.Equal(2 * Tickets, _installation.Smtp.Mails.Select(x => x.MailId).Distinct().Count());
    }

    [Fact]
    public async Task A_replica_that_stops_gives_back_what_it_had_not_begun()
    {
        var first = await _installation.StartAsync();
        _installation.Smtp.Delay = TimeSpan.FromMilliseconds(50);
        var token = first.Protect("x");
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => first.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(token: token)))));
        await Eventually.HoldsAsync(() => _installation.Smtp.Mails.Count > 5);
        await first.DisposeAsync();
        await using var db = _installation.Open();
        Assert.Empty(await db.Deliveries.Where(x => x.State == DeliveryState.Sending).ToListAsync(TestContext.Current.CancellationToken));

        await _installation.StartAsync();
        var rest = "";
        try
        {
            await Eventually.HoldsAsync(async () => (rest = await NotSentAsync(db)).Length == 0, TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException)
        {
            Assert.Fail(rest);
        }

        Assert.Equal(60, _installation.Smtp.Mails.Count);
    }

    /// <summary>What became of the mails that were not sent; empty once all of the sixty were.</summary>
    static async Task<string> NotSentAsync(NotificationDbContext db)
    {
        var rows = await db.Deliveries.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var notSent = rows.FindAll(x => x.State != DeliveryState.Sent)
            .ConvertAll(x => $"{x.State} after {x.Attempts}, next at {x.NextAttemptAt:O}: {x.Cause} {x.Reason}");
        return rows.Count == 60 && notSent.Count == 0 ? "" : string.Join('\n', notSent.Prepend($"{rows.Count} of 60 written down"));
    }
}
