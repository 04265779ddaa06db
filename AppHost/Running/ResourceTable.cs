using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>The model's processes and containers: managed ones are kept running, steps run to completion.</summary>
sealed class ResourceTable
{
    const string Dashboard = "aspire-dashboard";

    readonly HashSet<IResource> _steps;
    readonly Dictionary<string, ManagedResource> _resources;

    public ResourceTable(DistributedApplicationModel model)
    {
        _steps = [.. model.Resources.SelectMany(Waits).Where(x => x.WaitType == WaitType.WaitForCompletion).Select(x => x.Resource)];
        _resources = model.Resources.Where(IsManaged).ToDictionary(x => x.Name, x => new ManagedResource(x, Level(x)));
    }

    public IReadOnlyCollection<ManagedResource> All => _resources.Values;

    public ManagedResource? Find(IResource resource) => _resources.GetValueOrDefault(resource.Name);

    public bool IsStep(IResource resource) => _steps.Contains(resource);

    /// <summary>Not Aspire's own resources with explicit start, such as the rebuilder of each project.</summary>
    bool IsManaged(IResource resource) =>
        resource is ProjectResource or ExecutableResource or ContainerResource && resource.Name != Dashboard && !IsStep(resource)
        && !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    static IEnumerable<WaitAnnotation> Waits(IResource resource) => resource.Annotations.OfType<WaitAnnotation>();

    /// <summary>Hosts are above all servers, for they may also need servers that they do not wait for.</summary>
    int Level(IResource resource)
    {
        const int hosts = 100;
        var isHost = resource is ProjectResource;
        var alike = Waits(resource).Select(x => x.Resource).Where(x => x is ProjectResource == isHost && IsManaged(x));
        return (isHost ? hosts : 0) + alike.Select(x => 1 + Level(x) % hosts).DefaultIfEmpty().Max();
    }
}
