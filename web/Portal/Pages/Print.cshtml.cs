using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Portal.Pages;

/// <summary>The ticket of a link on paper.</summary>
[AllowAnonymous]
sealed class PrintModel(TicketingClient ticketing) : PrintedPage(ticketing)
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    protected override Task<TicketAccess?> FindAccessAsync() => Task.FromResult<TicketAccess?>(TicketAccess.ByLink(Secret));
}
