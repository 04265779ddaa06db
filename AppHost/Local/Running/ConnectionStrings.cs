using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>How a part is reached; known once ports are chosen and passwords made.</summary>
static class ConnectionStrings
{
    static readonly Dictionary<string, Func<string>> Known = [];

    public static void Set(IResource resource, Func<string> value) => Known[resource.Name] = value;

    public static string Of(IResource resource) => Known[resource.Name]();
}
