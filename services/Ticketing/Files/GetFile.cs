using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Files;

static class GetFile
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/files/{id:guid}", HandleAsync).AllowTrackingLink()
        .WithName("GetFile").WithSummary("A file of the ticket, with a fresh address to fetch it from")
        .Produces<GetFileResponse>().ProducesProblem(StatusCodes.Status410Gone);

    static async Task<IResult> HandleAsync(
        string number, Guid id, HttpResponse http, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers,
        DownloadLinks downloads, CancellationToken cancellationToken)
    {
        var visible = db.Tickets.AsNoTracking().VisibleTo(await viewers.ResolveAsync(caller, cancellationToken));
        return await visible.SingleOrDefaultAsync(x => x.Number == number, cancellationToken) is { } ticket
            ? await ReadAsync(db, ticket, id, TicketReader.Of(caller, ticket), downloads, http, cancellationToken)
            : Problem.NotFound("ticket");
    }

    /// <summary>Of the files that the reader finds in the ticket's conversation.</summary>
    static async Task<IResult> ReadAsync(
        TicketingDbContext db, Ticket ticket, Guid id, TicketReader reader, DownloadLinks downloads, HttpResponse http,
        CancellationToken cancellationToken)
    {
        var merged = await ListMessages.MergedAsync(db, ticket, reader, cancellationToken);
        Guid[] tickets = [ticket.Id, .. merged.Select(x => x.Id)];
        var file = await db.Attachments.AsNoTracking().Where(x => x.Id == id && tickets.Contains(x.TicketId))
            .Where(x => reader.AsStaff || db.Messages.Any(y => y.Id == x.MessageId && y.Kind != MessageKind.InternalNote))
            .SingleOrDefaultAsync(cancellationToken);
        // Each answer is good for some minutes only.
        http.Headers.CacheControl = "no-store";
        return file switch
        {
            null => Problem.NotFound("file"),
            { PurgedAt: { } at } => Problem.Of(StatusCodes.Status410Gone, ProblemTypes.FilePurged,
                "This file was deleted: files are kept for a limited time after their ticket was closed.",
                new Dictionary<string, object?> { ["purgedAt"] = at }),
            _ => TypedResults.Ok(new GetFileResponse(
                file.Id, file.FileName, file.ContentType, file.Size, downloads.AddressOf(file), downloads.PreviewOf(file))),
        };
    }
}
