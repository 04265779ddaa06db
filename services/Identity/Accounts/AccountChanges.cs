using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Accounts;

static class AccountChanges
{
    public static void Take(this Account account, UserManager<Account> accounts, string password) =>
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);

    /// <summary>Another mail address, which is the user name too.</summary>
    public static void Use(this Account account, string email, string normalizedEmail)
    {
        account.UserName = account.Email = email;
        account.NormalizedUserName = account.NormalizedEmail = normalizedEmail;
    }
}
