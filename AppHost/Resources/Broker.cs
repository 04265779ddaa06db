using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Resources;

/// <summary>RabbitMQ in the model, as a process or a container.</summary>
sealed record Broker(IResourceBuilder<IResource> Resource, RabbitMqServer Server)
{
    internal static HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>A broker user for one host, with the permissions that it needs.</summary>
    public IResourceBuilder<SignInResource> AddUser(string name, string user) =>
        Resource.AddSignIn(name, "Broker user", Server.ConnectionStringOf(user),
            token => Server.EnsureUserAsync(Http, user, BrokerRights.Of(user), cancellationToken: token));
}

static class Brokers
{
    public static Broker AddBroker(this IDistributedApplicationBuilder builder, string name) =>
        builder.ServerKind() == ServerKind.Containers ? AddContainer(builder, name) : AddProcess(builder, name);

    static Broker AddProcess(IDistributedApplicationBuilder builder, string name)
    {
        var (port, management, names) = (Ports.Free(), Ports.Free(), Ports.Free());
        var server = new RabbitMqServer(builder.DataDirectory(name), port, management, Ports.Free(), names);
        var process = builder.AddExecutable(name, "rabbitmq-server", builder.DataDirectory(""))
            .WithServerCommand(server.Command(), server.InitializeAsync);
        var nameService = builder.AddExecutable($"{name}-names", "epmd", builder.DataDirectory(""))
            .WithServerCommand(server.NameServiceCommand())
            .WithListener(names).WithHealthProbe("answers", server.NamesAnswerAsync).WithParentRelationship(process);
        process.WithListener(port).WithListener(management, "management", "http").WaitFor(nameService)
            .WithHealthProbe("accepts", token => server.IsReadyAsync(Broker.Http, token));
        return new(process, server);
    }

    static Broker AddContainer(IDistributedApplicationBuilder builder, string name)
    {
        var (port, management) = (Ports.Free(), Ports.Free());
        var server = new RabbitMqServer(builder.DataDirectory(name), port, management);
        var user = builder.AddParameter($"{name}-user", RabbitMqServer.User);
        var password = builder.AddParameter($"{name}-password", server.Password, secret: true);
        var container = builder.AddRabbitMQ(name, user, password, port)
            .WithLocalImage(builder.RabbitMqImage()).WithDataVolume(builder.VolumeOf(name))
            .WithHttpEndpoint(management, targetPort: 15672, name: "management").WithEndpointProxySupport(false)
            .WithHealthProbe("accepts", token => server.IsReadyAsync(Broker.Http, token));
        return new(container, server);
    }
}
