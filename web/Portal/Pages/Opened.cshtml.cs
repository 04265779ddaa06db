using Helpdesk.Api.Availability;
using Helpdesk.Api.Tickets;
using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>
/// The ticket is there: its number, its link, and what happens next. Opened again it shows the same, so that nobody sends twice to see it.
/// </summary>
[AllowAnonymous]
sealed class OpenedModel(TicketingClient ticketing, CachedAvailability availability, IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public TicketResponse Ticket { get; private set; } = null!;

    public AreaAvailability? Availability { get; private set; }

    public string Portal => configuration["Links:Portal"] is { Length: > 0 } portal ? portal : $"{Request.Scheme}://{Request.Host}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await ticketing.GetAsync(TicketAccess.ByLink(Secret), cancellationToken);
        if (answer.Value is not { } ticket)
            return StatusCode(answer.Problem!.PageStatus);
        Ticket = ticket;
        Availability = await availability.GetAsync(Ticket.Area.Id, cancellationToken);
        return Page();
    }
}
