using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>What the model starts: resources, which are kept running, and steps, which run once, to the end that somebody waits for.</summary>
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

    /// <summary>What Aspire offers to be started by hand, as a rebuild of each project, is none of ours.</summary>
    bool IsManaged(IResource resource) =>
        resource is ProjectResource or ExecutableResource or ContainerResource && resource.Name != Dashboard && !IsStep(resource)
        && !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    static IEnumerable<WaitAnnotation> Waits(IResource resource) => resource.Annotations.OfType<WaitAnnotation>();

    /// <summary>Our hosts are above all servers, for they may need also those that they do not wait for.</summary>
    int Level(IResource resource)
    {
        const int hosts = 100;
        var isHost = resource is ProjectResource;
        var alike = Waits(resource).Select(x => x.Resource).Where(x => x is ProjectResource == isHost && IsManaged(x));
        return (isHost ? hosts : 0) + alike.Select(x => 1 + Level(x) % hosts).DefaultIfEmpty().Max();
    }
}
