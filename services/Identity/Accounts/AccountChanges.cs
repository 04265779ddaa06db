using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Accounts;

static class AccountChanges
{
    public static void SetPassword(this Account account, UserManager<Account> accounts, string password) =>
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, PasswordFormat.Normalize(password));

    /// <summary>Another email address, which is the user name too: as typed for people, in its canonical form to be found by.</summary>
    public static void SetEmail(this Account account, string email)
    {
        account.UserName = account.Email = email.Trim();
        account.NormalizedUserName = account.NormalizedEmail = EmailAddress.CanonicalOf(email);
    }

    public static void SetProfile(this Account account, string name, string language, string? timeZone, string? phone, string? specialty)
    {
        (account.Name, account.Language, account.TimeZone) = (TextSanitizer.Line(name), language, timeZone);
        (account.Phone, account.Specialty) = (TextSanitizer.LineOrNull(phone), TextSanitizer.LineOrNull(specialty));
    }
}
