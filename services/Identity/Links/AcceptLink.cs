using Helpdesk.Api.Links;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

static class AcceptLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/acceptances", HandleAsync)
        .Produces<AcceptLinkResponse>()
        .WithName("AcceptLink")
        .WithSummary(
            "Does what the link is for, once; nobody is signed in by it. A link about an account's address is accepted only when the "
            + "request is signed in to that account, or carries its password as currentPassword");

    static async Task<IResult> HandleAsync(
        AcceptLinkRequest request, HttpContext http, AccountsDbContext db, OneTimeLinkActions actions,
        EmailChangeAuthorization authorization, ValueProtector protector, TimeProvider time, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.HashOf(request.Secret);
        if (await db.Links.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash, cancellationToken) is { RequiresOwner: true } guarded
            && guarded.IsValid(time.GetUtcNow())
            && (await authorization.AuthorizeAsync(guarded, request, http, cancellationToken)).IsRefused(out var unauthorized))
            return unauthorized.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The account before the link, as whoever issues links locks them: the other way round the two could wait for each other.
        if (await db.Links.Where(x => x.Hash == hash).Select(x => x.AccountId).SingleOrDefaultAsync(cancellationToken) is { } id)
            await db.LockAccountAsync(id, cancellationToken);
        var link = await db.Links.FromSql($"select * from one_time_link where hash = {hash} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (link?.IsValid(time.GetUtcNow()) != true)
            return LinkRefusals.NotValid.ToProblem();
        if (link.AsksForPassword && request.Password is null)
            return Problem.Invalid("password", "Choose a password.");

        try
        {
            if (!(await ActAsync(link, request.Password, actions, cancellationToken)).TryGet(out var owner, out var refusal))
                return refusal.ToProblem();
            link.EndedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.Ok(new AcceptLinkResponse(link.AsksForPassword ? DeviceToken.IssueFor(owner, protector) : null));
        }
        catch (DbUpdateException exception) when (AccountRefusals.IsEmailTaken(exception))
        {
            // Another account came to the address while the link was on its way.
            return LinkRefusals.NotValid.ToProblem();
        }
    }

    static Task<Result<Account>> ActAsync(
        OneTimeLink link, string? password, OneTimeLinkActions actions, CancellationToken cancellationToken) => link.Purpose switch
        {
            LinkPurpose.Registration => actions.RegisterAsync(link, password!, cancellationToken),
            LinkPurpose.EmailChange => actions.ChangeEmailAsync(link, cancellationToken),
            _ => actions.SetPasswordAsync(link, password!, cancellationToken),
        };
}
