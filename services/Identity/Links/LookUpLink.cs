using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

public static class LookUpLink
{
    /// <summary>The secret travels in the body: addresses are kept in logs.</summary>
    public sealed record Request([property: Required, StringLength(Link.MaxSecret)] string Secret);

    public sealed record Answer(LinkPurpose Purpose, string Name, string Email, string Language, DateTimeOffset ExpiresAt, bool AsksForPassword);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/lookups", HandleAsync)
        .Produces<Answer>().WithName("LookUpLink").WithSummary("Whose link it is, what it is for and until when it works; it stays unused");

    static async Task<IResult> HandleAsync(Request request, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var hash = Link.HashOf(request.Secret);
        return await db.Links.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash, cancellationToken) is { } link && link.Works(time.GetUtcNow())
            ? TypedResults.Ok(new Answer(link.Purpose, link.Name, link.Email, link.Language, link.ExpiresAt, link.AsksForPassword))
            : WorksNoMore;
    }

    /// <summary>One answer for all: made up, used, expired, replaced.</summary>
    public static IResult WorksNoMore => Problem.Of(StatusCodes.Status404NotFound, "link-not-valid", "This link does not work any more, or never did. Please ask for a new one.");
}
