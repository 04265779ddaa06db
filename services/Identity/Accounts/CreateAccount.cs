using System.ComponentModel.DataAnnotations;
using Helpdesk.Identity.Passwords;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

public static class CreateAccount
{
    /// <summary>A new account. Its owner must choose a password of his own at the first sign-in.</summary>
    public sealed record Request(
        [property: Required, PersonName] string Name,
        [property: Required, StringLength(Account.MaxEmail), MailAddress] string Email,
        [property: Required, StringLength(PasswordRules.MaxLength)] string Password,
        [property: KnownRoles] IReadOnlyList<string> Roles,
        [property: AllowedValues("es", "en", null)] string? Language = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<AccountAnswer>(StatusCodes.Status201Created).WithName("CreateAccount").WithSummary("Makes an account with a first password that its owner must change");

    static async Task<IResult> HandleAsync(Request request, UserManager<Account> accounts, IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var account = Account.Create(request.Name, request.Email, request.Language, request.Roles, time.GetUtcNow());
        account.MustChangePassword = true;
        await outbox.Publish(account.NextVersion(account.CreatedAt), cancellationToken);
        try
        {
            // Saves, and with the account what was published.
            var result = await accounts.CreateAsync(account, request.Password);
            return result.Succeeded ? TypedResults.Created($"/api/accounts/{account.Id}", AccountAnswer.Of(account)) : RefusedAccount.Answer(result);
        }
        catch (DbUpdateException exception) when (RefusedAccount.IsEmailTaken(exception))
        {
            return RefusedAccount.EmailTaken;
        }
    }
}
