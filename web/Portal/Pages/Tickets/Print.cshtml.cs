using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Portal.Pages;

/// <summary>One of the tickets of who is signed in, on paper.</summary>
[Authorize]
sealed class PrintTicketModel(TicketingClient ticketing) : PrintedPage(ticketing)
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    protected override Task<TicketAccess?> FindAccessAsync() => HttpContext.TicketAccessAsync(Number);
}
