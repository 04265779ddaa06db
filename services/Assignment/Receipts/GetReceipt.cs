using System.Security.Claims;
using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class GetReceipt
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}", HandleAsync).Produces<ReceiptResponse>()
        .RequireAuthorization(Policies.Staff).WithName("GetReceipt").WithSummary("One choice, with all that it was made from");

    static async Task<IResult> HandleAsync(
        Guid id, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var seen = await visibility.ReceiptsAsync(caller, cancellationToken);
        return await seen.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } receipt
            ? TypedResults.Ok(receipt.ToResponse())
            : Problem.NotFound("receipt");
    }
}
