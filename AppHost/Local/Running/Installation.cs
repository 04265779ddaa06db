using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>One installation: its data directory and its model.</summary>
sealed record Installation(string Data, string AppHostDirectory, bool Confirmed, IReadOnlyList<Resource> Resources,
    IReadOnlyList<Func<IReadOnlyList<Resource>, Task<string?>>> Announcements, IConfiguration Configuration)
{
    /// <summary>How long a part may take until it is healthy for the first time.</summary>
    public TimeSpan HealthLimit => Configuration.GetValue("Helpdesk:HealthLimit", TimeSpan.FromSeconds(90));

    /// <summary>How long a part may take to stop before it is killed.</summary>
    public TimeSpan StopLimit => Configuration.GetValue("Helpdesk:StopLimit", TimeSpan.FromSeconds(20));

    public string Folder(string name) => Path.Combine(Data, name);
}
