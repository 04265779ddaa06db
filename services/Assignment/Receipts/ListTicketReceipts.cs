using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class ListTicketReceipts
{
    /// <summary>More choices than this no ticket has: each has a cause of its own.</summary>
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).Produces<ReceiptListResponse>()
        .RequireAuthorization(Policies.Staff).WithName("ListTicketReceipts")
        .WithSummary("Why a ticket went to its agent; ticket is its number, as people write it, or its id");

    static async Task<IResult> HandleAsync(
        [Required, StringLength(64)] string ticket, TicketVisibility visibility, ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        var found = await visibility.ReceiptsAsync(caller, cancellationToken);
        if (Guid.TryParse(ticket, out var id))
            found = found.Where(x => x.TicketId == id);
        else if (TicketNumber.TryParse(ticket, out var number))
            found = found.Where(x => x.TicketNumber == number);
        else
            return Problem.Invalid("ticket", "This is no number of a ticket, such as HD-000123.");
        var rows = await found.OrderBy(x => x.ChosenAt).ThenBy(x => x.Id).Take(Most).ToListAsync(cancellationToken);
        return TypedResults.Ok(new ReceiptListResponse([.. rows.Select(x => x.ToResponse())]));
    }
}
