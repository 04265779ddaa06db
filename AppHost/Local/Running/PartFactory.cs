using System.Collections.Concurrent;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Turns a resource of the model into the processes that make it true.</summary>
sealed class PartFactory(Installation installation, Spawner spawner, Ledger ledger) : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public async Task<IReadOnlyList<Part>> CreateAsync(Resource resource, CancellationToken cancellationToken) => resource switch
    {
        PostgresServerResource postgres => [await PostgresAsync(postgres, cancellationToken)],
        RabbitMQServerResource rabbit => await RabbitAsync(rabbit, cancellationToken),
        MailboxResource mailbox => [await MailboxAsync(mailbox, cancellationToken)],
        ProjectResource project => [.. Enumerable.Range(0, project.Replicas).Select(replica => Project(project, replica))],
        _ => [],
    };

    /// <summary>Runs a project to its end.</summary>
    /// <exception cref="PartFailedException">It ended badly.</exception>
    public async Task RunStepAsync(ProjectResource project, CancellationToken cancellationToken)
    {
        var lines = new ConcurrentQueue<string>();
        using var child = await spawner.StartAsync(ProjectCommand.Of(project, ""), Path.GetDirectoryName(project.Path)!, lines.Enqueue);
        await child.Exited.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!child.Exited.IsCompleted)
        {
            await child.EndAsync("TERM", installation.StopLimit, project.Name);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (child.ExitCode != 0)
            throw new PartFailedException($"{project.Name} ended with code {child.ExitCode.ToString(CultureInfo.InvariantCulture)}: {string.Join('\n', lines)}");
        Screen.Say(project.Name, "done");
    }

    /// <summary>Makes the database unless it is there, as Aspire does, and its owner.</summary>
    public Task EnsureDatabaseAsync(PostgresDatabaseResource database, CancellationToken cancellationToken) =>
        OwnedDatabase.EnsureAsync(LocalServers.Of(database.Parent, installation.Data), database.DatabaseName, cancellationToken);

    public void Dispose() => _http.Dispose();

    async Task<Part> PostgresAsync(PostgresServerResource resource, CancellationToken cancellationToken)
    {
        var server = LocalServers.Of(resource, installation.Data);
        await server.InitializeAsync(cancellationToken);
        return Create(resource.Name, resource.Address!, () => server.Command(), installation.Data, token => AcceptsAsync(server, token));
    }

    async Task<IReadOnlyList<Part>> RabbitAsync(RabbitMQServerResource resource, CancellationToken cancellationToken)
    {
        var server = LocalServers.Of(resource, installation.Data);
        await server.InitializeAsync(cancellationToken);
        return
        [
            Create($"{resource.Name}-names", $"127.0.0.1:{resource.Ports[3]}", server.NameServiceCommand, installation.Data, server.NamesAnswerAsync),
            Create(resource.Name, resource.Address!, server.Command, installation.Data, async token => await server.IsReadyAsync(_http, token) && await server.LetServicesInAsync(_http, token)),
        ];
    }

    async Task<Part> MailboxAsync(MailboxResource resource, CancellationToken cancellationToken)
    {
        var mailbox = LocalServers.Of(resource, installation.Data);
        await mailbox.InitializeAsync(Path.Combine(installation.AppHostDirectory, "mailbox"), cancellationToken);
        return Create(resource.Name, resource.Address!, mailbox.Command, installation.Data,
            async token => await Ports.AnswersAsync(resource.Ports[0], token) && await Ports.AnswersAsync(resource.Ports[1], token));
    }

    Part Project(ProjectResource project, int replica)
    {
        var name = project.Replicas == 1 ? project.Name : $"{project.Name}-{replica + 1}";
        var address = project.Listens ? $"http://127.0.0.1:{project.Ports[replica]}" : "";
        return Create(name, address, () => ProjectCommand.Of(project, address), Path.GetDirectoryName(project.Path)!, token => AnswersWellAsync(address + project.HealthPath, token));
    }

    Part Create(string name, string address, Func<ServerCommand> command, string directory, Func<CancellationToken, Task<bool>> isHealthy) =>
        new(new PartPlan(name, address, command, directory, isHealthy), installation, spawner, ledger);

    async Task<bool> AnswersWellAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(address, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    static async Task<bool> AcceptsAsync(PostgresServer server, CancellationToken cancellationToken)
    {
        await using var connection = await server.ConnectAsync(cancellationToken: cancellationToken);
        return true;
    }
}
