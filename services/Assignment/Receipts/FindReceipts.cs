using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class FindReceipts
{
    /// <summary>More choices than this no ticket has: each has a cause of its own.</summary>
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("FindReceipts").WithSummary("Why a ticket went to its agent; ticket is its number or its id");

    static async Task<ListReceipts.Answer> HandleAsync([Required, StringLength(64)] string ticket, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        var found = db.Receipts.AsNoTracking();
        found = Guid.TryParse(ticket, out var id) ? found.Where(x => x.TicketId == id) : found.Where(x => x.TicketNumber == ticket);
        var rows = await found.OrderBy(x => x.ChosenAt).ThenBy(x => x.Id).Take(Most).ToListAsync(cancellationToken);
        return new([.. rows.Select(ReceiptAnswer.Of)]);
    }
}
