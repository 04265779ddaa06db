using Helpdesk.Fixtures;

namespace Helpdesk.Operations.Tests;

/// <summary>Operations beside a service of which consumers can be made to fail.</summary>
sealed class Installation() : ReplicatedInstallation<Installation, Replica, OperationsDbContext>("operations")
{
    public FailingService OtherService { get; private set; } = null!;

    string _withItsRights = "";

    public override IEnumerable<(string Key, string Value)> Settings =>
        [.. base.Settings, ("ConnectionStrings:rabbitmq", _withItsRights),
            ("services:sample:http:0", OtherService.Address), ("Operations:PollInterval", "200")];

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _withItsRights = await TestServers.BrokerUserAsync("operations", Broker);
        OtherService = await FailingService.StartAsync(Broker);
    }

    protected override Replica Replica((string Key, string Value)[] settings) => new(this, settings);

    public override async ValueTask DisposeAsync()
    {
        await OtherService.DisposeAsync();
        await base.DisposeAsync();
    }
}

sealed class Replica(Installation installation, (string Key, string Value)[] settings)
    : ServiceReplica<Program, OperationsDbContext>(installation, settings);

/// <summary>An installation for the tests of a class, which come one after the other.</summary>
public sealed class RunningOperations : IAsyncLifetime
{
    internal Installation Installation { get; private set; } = null!;
    internal Replica Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Installation, Service) = await Installation.RunningAsync();

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
