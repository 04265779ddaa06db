using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Settings;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// Length first; then nothing that is guessed first: common passwords, the person's own name or email address, the installation's name.
/// </summary>
sealed class PasswordPolicy(AccountsDbContext db, CachedSettings settings) : IPasswordValidator<Account>
{
    const int MinDifferent = 5;
    const int MinNameLength = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var installation = (await settings.ReadAsync(db, CancellationToken.None)).Name;
        return IsAcceptable(user, password ?? "", installation, out var fault)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = fault });
    }

    /// <summary>Whether an account may have this password.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="installation">How the installation is called.</param>
    /// <param name="fault">What is wrong with it, for the person who chose it.</param>
    public static bool IsAcceptable(Account account, string typed, string installation, [NotNullWhen(false)] out string? fault)
    {
        var password = PasswordFormat.Normalize(typed);
        fault = password.Length switch
        {
            < PasswordFormat.MinLength =>
                $"A password has at least {PasswordFormat.MinLength} characters. Several words are easy to remember.",
            > PasswordFormat.MaxLength => $"A password has at most {PasswordFormat.MaxLength} characters.",
            _ when password.Distinct().Count() < MinDifferent || CommonPasswords.Contain(password) =>
                "This password is among the first that anybody would try. Choose another one.",
            _ when Guessable(account, installation).Any(x => password.Contains(x, StringComparison.OrdinalIgnoreCase)) =>
                "A password must not contain your name, your email address or the name of this helpdesk.",
            _ => null,
        };
        return fault is null;
    }

    static IEnumerable<string> Guessable(Account account, string installation) => $"{account.Name} {installation}"
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Append(account.Email!.Split('@')[0])
        .Where(x => x.Length >= MinNameLength);
}
