using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>The replicas of one host.</summary>
sealed record Replicas(IReadOnlyList<IResourceBuilder<ProjectResource>> All)
{
    /// <summary>Configures each replica.</summary>
    public Replicas With(Action<IResourceBuilder<ProjectResource>> configure)
    {
        foreach (var replica in All)
            configure(replica);
        return this;
    }

    /// <summary>Gives each replica the addresses of other hosts, as service discovery expects them.</summary>
    public Replicas WithReferences(params Replicas[] others) => With(host =>
    {
        foreach (var other in others)
        {
            for (var i = 0; i < other.All.Count; i++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"services__{other.All[0].Resource.Name}__http__{i}");
                host.WithEnvironment(key, other.All[i].GetEndpoint("http")).WithReferenceRelationship(other.All[i]);
            }
        }
    });

    /// <summary>Gives each replica the addresses of other hosts, and waits until all of them are healthy.</summary>
    public Replicas InFrontOf(params Replicas[] others) => WithReferences(others).With(host =>
    {
        foreach (var other in others.SelectMany(x => x.All))
            host.WaitFor(other);
    });
}
