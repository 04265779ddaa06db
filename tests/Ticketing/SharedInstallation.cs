namespace Helpdesk.Ticketing.Tests;

/// <summary>The installation that the tests of a class share.</summary>
public sealed class SharedInstallation : IAsyncLifetime
{
    internal Installation Installation { get; private set; } = null!;
    internal Replica Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Installation, Service) = await Installation.RunningAsync();

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
