using System.ComponentModel.DataAnnotations;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

public static class AcceptLink
{
    /// <summary>The link's secret, and the password that its owner chose when the link asks for one.</summary>
    public sealed record Request(
        [property: Required, StringLength(Link.MaxSecret)] string Secret,
        [property: StringLength(PasswordRules.MaxLength)] string? Password = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/acceptances", HandleAsync)
        .Produces(StatusCodes.Status204NoContent).WithName("AcceptLink").WithSummary("Does what the link is for, once; nobody is signed in by it");

    static async Task<IResult> HandleAsync(
        Request request, AccountsDbContext db, AcceptedLinks accepted, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hash = Link.HashOf(request.Secret);
        // The account before the link, as whoever issues links locks them: the other way round the two could wait for each other.
        if (await db.Links.Where(x => x.Hash == hash).Select(x => x.AccountId).SingleOrDefaultAsync(cancellationToken) is { } owner)
            await db.LockAccountAsync(owner, cancellationToken);
        var link = await db.Links.FromSql($"select * from link where hash = {hash} for update").SingleOrDefaultAsync(cancellationToken);
        if (link?.Works(time.GetUtcNow()) != true)
            return LookUpLink.WorksNoMore;
        if (link.AsksForPassword && request.Password is null)
            return Problem.Invalid("password", "Choose a password.");

        try
        {
            var refusal = link.Purpose switch
            {
                LinkPurpose.Registration => await accepted.RegisterAsync(link, request.Password!, cancellationToken),
                LinkPurpose.EmailChange => await accepted.ChangeEmailAsync(link, cancellationToken),
                _ => await accepted.SetPasswordAsync(link, request.Password!, cancellationToken),
            };
            if (refusal is not null)
                return refusal;
            link.EndedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (RefusedAccount.IsEmailTaken(exception))
        {
            // Another account came to the address while the link was on its way.
            return LookUpLink.WorksNoMore;
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
