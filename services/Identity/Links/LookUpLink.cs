using Helpdesk.Api.Links;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

static class LookUpLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/lookups", HandleAsync)
        .Produces<LinkResponse>()
        .WithName("LookUpLink")
        .WithSummary(
            "Whose link it is, what it is for and until when it works; it stays unused. asksForCurrentPassword: to accept it, sign in to "
            + "that account or send its password");

    static async Task<IResult> HandleAsync(
        LookUpLinkRequest request, HttpContext http, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.HashOf(request.Secret);
        if (await db.Links.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash, cancellationToken) is not { } link
            || !link.IsValid(time.GetUtcNow()))
            return LinkRefusals.NotValid.ToProblem();
        var currentEmail = await db.Users.Where(x => x.Id == link.AccountId).Select(x => x.Email).SingleOrDefaultAsync(cancellationToken);
        var asksForCurrentPassword = link.RequiresOwner && !await EmailChangeAuthorization.IsOwnerSignedInAsync(link, http);
        return TypedResults.Ok(new LinkResponse(
            link.Purpose, link.Name, link.Email, link.Language, link.ExpiresAt, link.AsksForPassword, asksForCurrentPassword,
            currentEmail));
    }
}
