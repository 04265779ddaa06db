using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

public sealed class Messages_that_cannot_be_delivered : IAsyncLifetime
{
    SampleHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await SampleHost.StartAsync(settings: ["--Messaging:FirstBackOff", "00:00:00.1", "--Messaging:AttemptsBeforeSetAside",
            "3"]);
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "first"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("first") == 1);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("UPDATE outbox_message SET content_type = 'no type'")]
    [InlineData("UPDATE outbox_message SET destination_address = 'nonsense'")]
    // The broker closes the channel for it: an exchange cannot be declared anew as another kind.
    [InlineData("UPDATE outbox_message SET destination_address = destination_address || '?type=direct'")]
    public async Task They_are_set_aside_with_their_error_and_hold_up_nobody(string flaw)
    {
        await SaveWithFlaw("bad", flaw, [.. Enumerable.Range(0, 50).Select(i => new Ping(Guid.NewGuid(), "good"))]);

        await Eventually.HoldsAsync(() => _host.Seen.CountOf("good") == 50);
        await Eventually.HoldsAsync(async () => await SetAside() is { Count: 1 });
        var row = Assert.Single(await SetAside());
        Assert.Equal(3, row.Attempts);
        Assert.NotEmpty(row.Error!);
        await Eventually.HoldsAsync(async () => await _host.Rows() == 1);
        Assert.Equal(50, _host.Seen.CountOf("good"));
        Assert.Single(_host.Log.Lines, x => x.Level == LogLevel.Error);

        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "later"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("later") == 1);
    }

    [Fact]
    public async Task Health_is_degraded_until_somebody_has_seen_to_them()
    {
        Assert.Equal(HealthStatus.Healthy, (await Outbox()).Status);
        await SaveWithFlaw("bad", "UPDATE outbox_message SET content_type = 'no type'");
        await Eventually.HoldsAsync(async () => (await Outbox()).Status == HealthStatus.Degraded);
        Assert.Equal(1, (await Outbox()).Data["setAside"]);

        await _host.InScope((_, db) => db.Database.ExecuteSqlAsync(
            $"UPDATE outbox_message SET set_aside_at = NULL, content_type = 'application/vnd.masstransit+json'"));
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("bad") == 1);
        await Eventually.HoldsAsync(async () => (await Outbox()).Status == HealthStatus.Healthy);
    }

    Task<int> SaveWithFlaw(string text, string flaw, params object[] others) => _host.InScope(async (services, db) =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var publish = services.GetRequiredService<IPublishEndpoint>();
        await publish.Publish(new Ping(Guid.NewGuid(), text));
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(flaw);
        foreach (var other in others)
            await publish.Publish(other);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return 0;
    });

    Task<List<OutboxMessage>> SetAside() =>
        _host.InScope((_, db) => db.Set<OutboxMessage>().AsNoTracking().Where(x => x.SetAsideAt != null).ToListAsync());

    async Task<HealthReportEntry> Outbox() =>
        (await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(x => x.Name == "outbox")).Entries["outbox"];
}
