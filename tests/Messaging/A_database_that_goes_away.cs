using Helpdesk.Fixtures;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

public sealed class A_database_that_goes_away : IAsyncLifetime
{
    IsolatedDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await IsolatedDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task N11_messages_wait_longer_than_their_retries_last_and_none_ends_in_the_error_queue()
    {
        await using var host = await SampleHost.StartAsync(prepared: false, database: _database.ConnectionString);
        await host.PublishAndSave(new Ping(Guid.NewGuid(), "before"));
        await Eventually.HoldsAsync(() => host.Seen.CountOf("before") == 1);

        await _database.StopAsync();
        foreach (var _ in Enumerable.Range(0, 30))
            await host.Bus.Publish(new Ping(Guid.NewGuid(), "during"));
        // All retries together last 6.25 s.
        await Task.Delay(TimeSpan.FromSeconds(9));
        Assert.Equal(0, host.Seen.CountOf("during"));

        await _database.StartAsync();
        await Eventually.HoldsAsync(() => host.Seen.CountOf("during") == 30);
        var told = host.Log.Told("Helpdesk.").Where(x => x.Category.Contains("DatabaseAvailability", StringComparison.Ordinal))
            .Select(x => x.Level);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], told);
    }
}
