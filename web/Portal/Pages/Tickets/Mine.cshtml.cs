using Helpdesk.Portal.Mine;
using Helpdesk.Portal.Opening;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>The tickets of who is signed in. Staff have theirs at the Desk: here they would see everybody's.</summary>
[Authorize]
sealed class MineModel(Services services, Categories categories, IConfiguration configuration) : PageModel
{
    [TempData]
    public string? Told { get; set; }

    public Selection Selection { get; private set; } = null!;

    public Page<TicketLine> Tickets { get; private set; } = new([], false);

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public bool IsStaff => User.IsStaff();

    public string? Desk => configuration["Links:Desk"];

    public async Task<IActionResult> OnGetAsync(string? view, Guid? category, string? q, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        Selection = Selection.Read(view, category, q, number);
        if (IsStaff)
            return Page();
        Categories = await categories.ListAsync(cancellationToken);
        // Cut off, it would find something else.
        if (Selection.TooLongBy > 0)
            return Page();
        var answer = await services.SendAsync<Page<TicketLine>>(Call.Get("ticketing", Selection.Api(), await HttpContext.CredentialAsync()), cancellationToken);
        if (answer.Value is not { } tickets)
            return StatusCode(answer.Refusal!.IsOutOfReach ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        Tickets = tickets;
        return Page();
    }
}
