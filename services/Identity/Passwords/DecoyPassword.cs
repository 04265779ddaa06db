using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Passwords;

/// <summary>Checked when there is no account to check, so that the time of an answer does not tell who has an account.</summary>
sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    public Account Account { get; } = Account.Create("", "", null, [], default);

    public string Hash { get; } = new PasswordHasher<Account>(options).HashPassword(null!, Guid.CreateVersion7().ToString());
}
