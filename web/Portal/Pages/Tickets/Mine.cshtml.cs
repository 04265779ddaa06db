using Helpdesk.Api.Categories;
using Helpdesk.Api.Tickets;
using Helpdesk.Portal.MyTickets;
using Helpdesk.Portal.Opening;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>The tickets of whoever is signed in. Staff have theirs at the Desk: here they would see everybody's.</summary>
[Authorize]
sealed class MineModel(TicketingClient ticketing, CachedCategories categories, IConfiguration configuration) : PageModel
{
    [TempData]
    public string? FlashMessage { get; set; }

    public MyTicketsQuery Query { get; private set; } = null!;

    public ListTicketsResponse Tickets { get; private set; } = new([], 1, 0, false, null);

    public IReadOnlyList<CategoryResponse> Categories { get; private set; } = [];

    public bool IsStaff => User.IsStaff();

    public string? Desk => configuration["Links:Desk"];

    public async Task<IActionResult> OnGetAsync(
        string? view, Guid? category, string? q, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        Query = MyTicketsQuery.Read(view, category, q, number);
        if (IsStaff)
            return Page();
        Categories = await categories.ListAsync(cancellationToken);
        // Cut off, it would find something else.
        if (Query.TooLongBy > 0)
            return Page();
        var answer = await ticketing.ListAsync(Query.ToTicketList(), await HttpContext.CredentialAsync(), cancellationToken);
        if (answer.Value is not { } tickets)
            return StatusCode(answer.Problem!.PageStatus);
        Tickets = tickets;
        return Page();
    }
}
