using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Local.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Starts each part as soon as what it waits for is there, and stops them the other way round.</summary>
sealed class StartOrder(Installation installation, PartFactory factory)
{
    readonly ConcurrentStack<(int Level, Part Part)> _started = new();
    readonly Dictionary<Resource, Task> _starting = [];

    public async Task StartAsync(CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        foreach (var resource in InOrder())
        {
            var waits = resource.Waits.Select(x => _starting[x.On]).ToArray();
            _starting[resource] = StartAfterAsync(resource, waits, failed);
        }

        await Task.WhenAll(_starting.Values).WaitAsync(stop);
    }

    public async Task<IReadOnlyList<string>> AnnouncementsAsync()
    {
        var texts = new List<string>();
        foreach (var announcement in installation.Announcements)
        {
            if (await announcement(installation.Resources) is { } text)
                texts.Add(text);
        }

        return texts;
    }

    public async Task StopAsync()
    {
        // What is still starting must have given up first, or it would start after we have stopped everything.
        await Task.WhenAll(_starting.Values).WaitAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

            var parts = await factory.CreateAsync(resource, failed.Token);
            foreach (var part in parts)
                _started.Push((Level(resource), part));
            if (resource is ProjectResource)
            {
                await Task.WhenAll(parts.Select(x => x.StartAsync()));
                return;
            }

            // A server's helper must be there before the server.
            foreach (var part in parts)
                await part.StartAsync();
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    /// <summary>A part that somebody waits to end runs once, to its end.</summary>
    bool IsStep(Resource resource) => installation.Resources.Any(x => x.Waits.Contains((resource, true)));

    int Level(Resource resource) => resource.Waits.Count == 0 ? 0 : 1 + resource.Waits.Max(x => Level(x.On));

    IEnumerable<Resource> InOrder() => installation.Resources.OrderBy(Level);
}
