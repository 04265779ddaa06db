using Helpdesk.Portal.Following;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>The ticket is there: its number, its link, and what happens next. Opened again it shows the same, so that nobody sends twice to see it.</summary>
[AllowAnonymous]
sealed class OpenedModel(Services services, Desk desk, IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public TicketView Ticket { get; private set; } = null!;

    public Attendance? Attendance { get; private set; }

    public string Portal => configuration["Links:Portal"] is { Length: > 0 } portal ? portal : $"{Request.Scheme}://{Request.Host}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Door.OfLink(Secret).LookAsync(services, cancellationToken);
        if (answer.Value is not { } ticket)
            return StatusCode(answer.Refusal!.PageStatus);
        Ticket = ticket;
        Attendance = await desk.OfAsync(Ticket.Area.Id, cancellationToken);
        return Page();
    }
}
