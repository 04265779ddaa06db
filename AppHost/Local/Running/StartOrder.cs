using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Starts each part as soon as what it waits for is there, and stops them the other way round.</summary>
sealed class StartOrder(Installation installation, PartFactory factory, PortPlan ports)
{
    readonly Lock _gate = new();
    readonly List<(int Level, Part Part)> _started = [];
    readonly Dictionary<Resource, Task> _starting = [];

    public async Task StartAsync(CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        foreach (var resource in installation.Resources.OrderBy(Level))
        {
            var waits = resource.Waits.Select(x => _starting[x.On]).ToArray();
            _starting[resource] = StartAfterAsync(resource, waits, failed);
        }

        await Task.WhenAll(_starting.Values);
    }

    public async Task<IReadOnlyList<string>> AnnouncementsAsync()
    {
        var texts = await Task.WhenAll(installation.Announcements.Select(x => x(installation.Resources)));
        return [.. texts.OfType<string>()];
    }

    /// <summary>Call it when <see cref="StartAsync"/> has ended, well or not: nothing starts any more.</summary>
    public async Task StopAsync()
    {
        foreach (var level in _started.GroupBy(x => x.Level).OrderByDescending(x => x.Key))
            await Task.WhenAll(level.Select(x => x.Part.StopAsync()));
        foreach (var (_, part) in _started)
            part.Dispose();
    }

    async Task StartAfterAsync(Resource resource, Task[] waits, CancellationTokenSource failed)
    {
        try
        {
            await Task.WhenAll(waits);
            failed.Token.ThrowIfCancellationRequested();
            if (IsStep(resource))
            {
                await factory.RunStepAsync((ProjectResource)resource, failed.Token);
                return;
            }

            if (resource is PostgresDatabaseResource database)
            {
                await factory.EnsureDatabaseAsync(database, failed.Token);
                return;
            }

            var parts = await factory.CreateAsync(resource, failed.Token);
            ports.Release(resource);
            // A server's own helper comes first and goes last; replicas are equals.
            if (resource is ProjectResource)
                await Task.WhenAll(parts.Select(x => StartAsync(x, Level(resource), failed.Token)));
            else
            {
                for (var i = 0; i < parts.Count; i++)
                    await StartAsync(parts[i], Level(resource) - parts.Count + 1 + i, failed.Token);
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    Task StartAsync(Part part, int level, CancellationToken cancellationToken)
    {
        lock (_gate)
            _started.Add((level, part));
        return part.StartAsync(cancellationToken);
    }

    /// <summary>A part that somebody waits to end runs once, to its end.</summary>
    bool IsStep(Resource resource) => installation.Resources.Any(x => x.Waits.Contains((resource, true)));

    static int Level(Resource resource) => resource.Waits.Count == 0 ? 0 : 1 + resource.Waits.Max(x => Level(x.On));
}
