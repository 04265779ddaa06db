using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Lists;

namespace Helpdesk.Ticketing.Tracking;

static class GetFileByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/files/{id:guid}", HandleAsync).WithName("GetFileByLink")
        .WithSummary("A file of the link's ticket, with a fresh address to fetch it from")
        .Produces<GetFileResponse>().ProducesProblem(StatusCodes.Status410Gone);

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal customer, HttpResponse http, TicketingDbContext db, DownloadLinks downloads,
        CancellationToken cancellationToken) =>
        await TrackedTicket.FindAsync(db, customer.TrackedTicket(), cancellationToken) is { } found
            ? await GetFile.ReadAsync(db, found.Shown.Ticket, id, forStaff: false, found.ByOwner, downloads, http, cancellationToken)
            : Problem.NotFound("ticket");
}
