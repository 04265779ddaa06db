using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem;

/// <summary>A Helpdesk of their own for tests that change the installation.</summary>
[CollectionDefinition(nameof(IsolatedSystem))]
public sealed class IsolatedSystem : IAsyncLifetime, ICollectionFixture<IsolatedSystem>
{
    public RunningHelpdesk Helpdesk { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(5), [.. Settings.ForTests, "--Assignment:Replicas=1"]);

    public ValueTask DisposeAsync() => Helpdesk?.DisposeAsync() ?? ValueTask.CompletedTask;
}
