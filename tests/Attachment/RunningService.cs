namespace Helpdesk.Attachment.Tests;

/// <summary>An installation with one replica for the tests of a class, which begin one after the other with an empty store.</summary>
public class RunningService : IAsyncLifetime
{
    readonly (string Key, string Value)[] _settings = [];

    public RunningService()
    {
    }

    protected RunningService(params (string Key, string Value)[] settings) => _settings = settings;

    internal Installation Installation { get; private set; } = null!;
    internal Replica Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Installation, Service) = await Installation.RunningAsync(_settings);

    internal ValueTask EmptyAsync() => Installation.EmptyAsync();

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Has room for two large files that nobody claims.</summary>
public sealed class ServiceWithLittleRoom() : RunningService(("Uploads:MaxUnclaimed", "6000000"));
