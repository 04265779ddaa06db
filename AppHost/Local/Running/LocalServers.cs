using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>The servers behind the model's resources, and how each is reached: known as soon as ports are chosen, before anything has started.</summary>
static class LocalServers
{
    public static PostgresServer Of(PostgresServerResource resource, string data) => new(Path.Combine(data, resource.Name), resource.Ports[0]);

    public static RabbitMqServer Of(RabbitMQServerResource resource, string data) =>
        new(Path.Combine(data, resource.Name), resource.Ports[0], resource.Ports[1], resource.Ports[2], resource.Ports[3]);

    public static MailboxServer Of(MailboxResource resource, string data) => new(Path.Combine(data, resource.Name), resource.Ports[0], resource.Ports[1]);

    public static string ConnectionString(IResource resource, string data) => resource switch
    {
        PostgresServerResource postgres => Of(postgres, data).ConnectionString,
        PostgresDatabaseResource database => Of(database.Parent, data).ConnectionStringOf(database.DatabaseName),
        RabbitMQServerResource rabbit => Of(rabbit, data).ServicesConnectionString,
        MailboxResource mailbox => $"smtp://127.0.0.1:{mailbox.Ports[0].ToString(CultureInfo.InvariantCulture)}",
        _ => throw new PartFailedException($"{resource.Name} has no connection string."),
    };
}
