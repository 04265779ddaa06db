using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Passwords;
using MassTransit;

namespace Helpdesk.Identity.Links;

static class ChangeOwnEmail
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/email", HandleAsync)
        .Produces(StatusCodes.Status202Accepted)
        .WithName("ChangeOwnEmail")
        .WithSummary(
            "Another email address, once the link in the mail to it is followed; the old one is told. Whether another account has it, "
            + "nobody learns here");

    static async Task<IResult> HandleAsync(
        ChangeOwnEmailRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier, IPublishEndpoint outbox,
        CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Password, "password", cancellationToken);
        if (!verification.TryGet(out var account, out var wrong))
            return wrong.ToProblem();
        await outbox.Publish(new EmailChangeSubmitted(account.Id, request.Email.Trim()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>The owner of an account wants to use an email address: from Identity to itself.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Email">Email address as typed.</param>
public sealed record EmailChangeSubmitted(Guid AccountId, string Email);
