using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Fixtures;

/// <summary>An installation with as many replicas of the service as a test starts.</summary>
public abstract class ReplicatedInstallation<TInstallation, TReplica, TContext>(string service) : ServiceInstallation<TContext>(service)
    where TInstallation : ReplicatedInstallation<TInstallation, TReplica, TContext>, new()
    where TReplica : IReplica
    where TContext : DbContext
{
    readonly List<TReplica> _replicas = [];

    public static async Task<TInstallation> CreateAsync()
    {
        var installation = new TInstallation();
        await installation.PrepareAsync();
        return installation;
    }

    /// <summary>An installation with one replica that is ready.</summary>
    public static async Task<(TInstallation Installation, TReplica Replica)> RunningAsync(params (string Key, string Value)[] settings)
    {
        var installation = await CreateAsync();
        return (installation, await installation.StartAsync(settings));
    }

    /// <summary>One more replica, once it is ready.</summary>
    public async Task<TReplica> StartAsync(params (string Key, string Value)[] settings)
    {
        var replica = Replica(settings);
        _replicas.Add(replica);
        await replica.ReadyAsync();
        return replica;
    }

    protected abstract TReplica Replica((string Key, string Value)[] settings);

    public override async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One process of a service.</summary>
public interface IReplica : IAsyncDisposable
{
    /// <summary>Starts it and returns once it is connected to the broker.</summary>
    Task ReadyAsync();
}
