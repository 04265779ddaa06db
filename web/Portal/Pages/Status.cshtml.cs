using Helpdesk.Portal.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>Whether everything works, in words that need no knowledge of what is behind it.</summary>
[AllowAnonymous]
sealed class StatusModel(PartsWatch watch) : PageModel
{
    public IReadOnlyList<Part> Parts => watch.Current;

    public DateTimeOffset? AskedAt => watch.AskedAt;

    /// <summary>Key of the sentence over all of it.</summary>
    public string Summary => Parts switch
    {
        var all when all.All(x => x.State == PartState.Works) => "status-page.fine",
        var all when all.Any(x => x is { Service: "ticketing", State: PartState.Away }) => "status-page.closed",
        _ => "status-page.late",
    };
}
