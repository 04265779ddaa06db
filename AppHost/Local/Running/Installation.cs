using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>One installation: its data directory and its model.</summary>
sealed record Installation(string Data, string AppHostDirectory, bool Confirmed, IReadOnlyList<Resource> Resources,
    IReadOnlyList<Func<IReadOnlyList<Resource>, Task<string?>>> Announcements, IConfiguration Configuration)
{
    public string Folder(string name) => Path.Combine(Data, name);
}
