using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Resources;

/// <summary>RabbitMQ in the model, whichever way it runs.</summary>
sealed record Broker(IResourceBuilder<IResource> Resource, RabbitMqServer Server)
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>A user of the broker for one host.</summary>
    public IResourceBuilder<SignInResource> AddUser(string name, string user) =>
        Resource.AddSignIn(name, "Broker user", Server.ServicesConnectionString, async token => await Server.LetServicesInAsync(Http, token));

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Server.IsReadyAsync(Http, cancellationToken);
}

static class Brokers
{
    public static Broker AddBroker(this IDistributedApplicationBuilder builder, string name)
    {
        var (port, management, distribution, names) = (Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free());
        var server = new RabbitMqServer(builder.DataDirectory(name), port, management, distribution, names);
        var process = builder.AddExecutable(name, "rabbitmq-server", builder.DataDirectory("")).Runs(server.Command(), server.InitializeAsync);
        var nameService = builder.AddExecutable($"{name}-names", "epmd", builder.DataDirectory("")).Runs(server.NameServiceCommand())
            .Listens(names).HealthyWhen("answers", server.NamesAnswerAsync).WithParentRelationship(process);
        var broker = new Broker(process, server);
        process.Listens(port).Listens(management, "management", "http").HealthyWhen("accepts", broker.IsReadyAsync).WaitFor(nameService);
        return broker;
    }
}
