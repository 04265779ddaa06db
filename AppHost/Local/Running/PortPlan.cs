using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Local.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Chooses all ports before anything starts, so that each part can be told of every other.</summary>
static class PortPlan
{
    /// <exception cref="PartFailedException">A port that somebody asked for by name is taken.</exception>
    public static void Make(Installation installation)
    {
        foreach (var resource in installation.Resources)
        {
            var count = resource switch
            {
                PostgresServerResource => 1,
                RabbitMQServerResource => 4,
                MailboxResource => 2,
                ProjectResource { Listens: true } project => project.Replicas,
                _ => 0,
            };
            for (var i = 0; i < count; i++)
                resource.Ports.Add(resource is ProjectResource { WantedPort: { } wanted } project && i == 0 ? Wanted(installation, project, wanted) : Ports.Free());
        }
    }

    static int Wanted(Installation installation, ProjectResource project, int port)
    {
        if (IsFree(port))
            return port;
        if (installation.Configuration[$"{project.Name}:Port"] is not null)
            throw new PartFailedException(string.Create(CultureInfo.InvariantCulture, $"Port {port}, which was asked for {project.Name}, is taken by another program."));
        var other = Ports.Free();
        Screen.Say(project.Name, string.Create(CultureInfo.InvariantCulture, $"port {port} is taken by another program; using {other}"));
        return other;
    }

    static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
