using Helpdesk.Fixtures;

namespace Helpdesk.Assignment.Tests;

/// <summary>An installation of three replicas, for tests of what only shows when several of them work on the same areas.</summary>
[CollectionDefinition(nameof(ThreeReplicas))]
public sealed class ThreeReplicas : IAsyncLifetime, ICollectionFixture<ThreeReplicas>
{
    internal Installation Installation { get; private set; } = null!;
    internal Replica[] Services { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Installation = await Installation.CreateAsync();
        Services = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Installation.StartAsync()))];
    }

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
