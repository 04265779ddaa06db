using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Links;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;

namespace Helpdesk.Identity.Links;

static class ResetAccountPassword
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/{id:guid}/password-resets", HandleAsync)
        .Produces<LinkSentResponse>(StatusCodes.Status201Created)
        .WithIdempotencyKey()
        .RequireRecentSignIn()
        .WithName("ResetAccountPassword")
        .WithSummary("Sends the owner a link to choose another password, which no administrator ever knows");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db, OneTimeLinkIssuer issuer, IPublishEndpoint outbox,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.SuspendedAt is not null)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.AccountSuspended,
                "This account is suspended. Lift the suspension first.");
        }

        var (link, token) = await issuer.IssueAsync(LinkPurpose.PasswordReset, account.ToPerson(), null, cancellationToken);
        await outbox.Publish(link.ToPasswordResetRequested(token), cancellationToken);
        db.Record(caller, AuditAction.PasswordResetSent, account, link.IssuedAt);
        var answer = await http.StoreResponseAsync(TypedResults.Created($"/api/accounts/{id}", new LinkSentResponse(link.ExpiresAt)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
