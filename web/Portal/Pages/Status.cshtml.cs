using Helpdesk.Api.Operations;
using Helpdesk.Portal.Status;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>Whether everything works, in words that need no knowledge of what is behind it.</summary>
[AllowAnonymous]
sealed class StatusModel(CachedServiceStatus status) : PageModel
{
    public IReadOnlyList<ServiceStatus> Services => status.Current;

    public DateTimeOffset? CheckedAt => status.CheckedAt;

    /// <summary>Key of the sentence over all of it.</summary>
    public string Summary => Services switch
    {
        var all when all.Any(x => x is { Service: ServiceNames.Ticketing, Health: ServiceHealth.Unavailable }) => "status-page.closed",
        var all when all.Any(x => x.Health != ServiceHealth.Healthy) => "status-page.late",
        _ when status.Lag == OperationsState.MailLate => "status-page.mail-late",
        _ when status.Lag == OperationsState.SomethingWaits => "status-page.catching-up",
        _ => "status-page.fine",
    };
}
