using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.Links;

static class ResendInvitation
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/{id:guid}/invitations", HandleAsync)
        .Produces<LinkSentResponse>(StatusCodes.Status201Created)
        .WithIdempotencyKey()
        .RequireRecentSignIn()
        .WithName("ResendInvitation")
        .WithSummary("Sends another invitation to somebody who has not accepted one; the older works no more");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db, InvitationSender invitations,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.PasswordHash is not null || account.SuspendedAt is not null)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.NotToBeInvited,
                "Only somebody who has not chosen a password yet, and is not suspended, can be invited.");
        }

        var link = await invitations.SendAsync(account, caller, cancellationToken);
        var answer = await http.StoreResponseAsync(TypedResults.Created($"/api/accounts/{id}", new LinkSentResponse(link.ExpiresAt)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
