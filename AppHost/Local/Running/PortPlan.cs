using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Chooses all ports before anything starts, so that each part can be told of every other, and keeps each until its part starts.</summary>
sealed class PortPlan
{
    readonly Dictionary<Resource, List<TcpListener>> _kept = [];

    /// <exception cref="PartFailedException">A port that somebody asked for by name is taken.</exception>
    public PortPlan(Installation installation)
    {
        foreach (var resource in installation.Resources)
        {
            var kept = _kept[resource] = [];
            if (resource is ProjectResource { WantedPort: { } wanted } project)
                kept.Add(Wanted(installation, project, wanted));
            while (kept.Count < Count(resource))
                kept.Add(Ports.Reserve());
            resource.Ports.AddRange(kept.Select(x => ((IPEndPoint)x.LocalEndpoint).Port));
        }
    }

    /// <summary>Gives the ports up to the part itself.</summary>
    public void Release(Resource resource) => _kept[resource].ForEach(x => x.Dispose());

    static int Count(Resource resource) => resource switch
    {
        PostgresServerResource => 1,
        RabbitMQServerResource => 4,
        MailboxResource => 2,
        ProjectResource { Listens: true } project => project.Replicas,
        _ => 0,
    };

    static TcpListener Wanted(Installation installation, ProjectResource project, int port)
    {
        if (Ports.TryReserveWanted(port) is { } free)
            return free;
        if (installation.Configuration[$"{project.Name}:Port"] is not null)
            throw new PartFailedException(string.Create(CultureInfo.InvariantCulture, $"Port {port}, which was asked for {project.Name}, is taken by another program."));
        var other = Ports.Reserve();
        Screen.Say(project.Name, $"port {port.ToString(CultureInfo.InvariantCulture)} is taken by another program; using {((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}");
        return other;
    }
}
