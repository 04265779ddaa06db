using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Links;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

public static class LookUpLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/lookups", HandleAsync)
        .Produces<LinkResponse>().WithName("LookUpLink").WithSummary(
            "Whose link it is, what it is for and until when it works; it stays unused. asksForCurrentPassword: to accept it, sign in to "
            + "that account or send its password");

    static async Task<IResult> HandleAsync(
        LookUpLinkRequest request, HttpContext http, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.HashOf(request.Secret);
        if (await db.Links.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash, cancellationToken) is not { } link
            || !link.IsValid(time.GetUtcNow()))
            return NotValid;
        var current = await db.Users.Where(x => x.Id == link.AccountId).Select(x => x.Email).SingleOrDefaultAsync(cancellationToken);
        var asks = link.RequiresOwner && !await EmailChangeAuthorization.IsOwnerSignedInAsync(link, http);
        return TypedResults.Ok(
            new LinkResponse(link.Purpose, link.Name, link.Email, link.Language, link.ExpiresAt, link.AsksForPassword, asks, current));
    }

    /// <summary>One answer for all: made up, used, expired, replaced.</summary>
    public static IResult NotValid => Problem.Of(
        StatusCodes.Status404NotFound, ProblemTypes.LinkNotValid, "This link does not work any more, or never did. Please ask for a new one.");
}
