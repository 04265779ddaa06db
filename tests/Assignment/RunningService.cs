using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Helpdesk.Assignment.Tests.SharedService))]

namespace Helpdesk.Assignment.Tests;

/// <summary>An installation with one replica, for the tests of a class that move its clock or look at everything in it.</summary>
public class RunningService : IAsyncLifetime
{
    internal Installation Installation { get; private set; } = null!;
    internal Replica Service { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => (Installation, Service) = await Installation.RunningAsync();

    /// <summary>The replica ends, and another one starts later.</summary>
    internal async Task RestartAsync(TimeSpan later)
    {
        // Who ends before the broker has confirmed a message sends it again, as it must; here each is counted.
        await Eventually.HoldsAsync(
            () => Service.ReadAsync(async db => !await db.Set<OutboxMessage>().AnyAsync(x => x.DeliverAt <= Service.Clock.GetUtcNow())));
        await Service.DisposeAsync();
        Installation.Clock.Advance(later);
        Service = await Installation.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>
/// The one of all tests that leave its clock alone and look only at what they made themselves. The first of them starts it: a run of
/// the model's tests alone needs none.
/// </summary>
public sealed class SharedService : IAsyncDisposable
{
    readonly Lazy<Task<(Installation Installation, Replica Service)>> _running = new(() => Task.Run(() => Installation.RunningAsync()));

    internal Installation Installation => _running.Value.GetAwaiter().GetResult().Installation;
    internal Replica Service => _running.Value.GetAwaiter().GetResult().Service;

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
            await (await _running.Value).Installation.DisposeAsync();
    }
}
