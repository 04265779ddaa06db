using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Settings;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Passwords;

/// <summary>Length first; then nothing that is guessed first: common passwords, the person's own name or mail address, the installation's name.</summary>
sealed class PasswordPolicy(AccountsDbContext db, CachedSettings settings) : IPasswordValidator<Account>
{
    const int MinDifferent = 5;
    const int MinNameLength = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var installation = (await settings.ReadAsync(db, CancellationToken.None)).Name;
        return Refusal(user, password ?? "", installation) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = refusal })
            : IdentityResult.Success;
    }

    /// <summary>What is wrong with the password, for the person who chose it; null when nothing is.</summary>
    public static string? Refusal(Account account, string typed, string installation)
    {
        var password = PasswordFormat.Normalize(typed);
        if (password.Length < PasswordFormat.MinLength)
            return $"A password has at least {PasswordFormat.MinLength} characters. Several words are easy to remember.";
        if (password.Length > PasswordFormat.MaxLength)
            return $"A password has at most {PasswordFormat.MaxLength} characters.";
        if (password.Distinct().Count() < MinDifferent || CommonPasswords.Contain(password))
            return "This password is among the first that anybody would try. Choose another one.";
        return Known(account, installation).Any(x => password.Contains(x, StringComparison.OrdinalIgnoreCase))
            ? "A password must not contain your name, your mail address or the name of this helpdesk."
            : null;
    }

    static IEnumerable<string> Known(Account account, string installation) => $"{account.Name} {installation}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Append(account.Email!.Split('@')[0]).Where(x => x.Length >= MinNameLength);
}

static class PasswordRefusals
{
    /// <summary>What is wrong with a password by all rules; null when nothing is.</summary>
    public static async Task<string?> RefusalOfAsync(this UserManager<Account> accounts, Account account, string password)
    {
        foreach (var rule in accounts.PasswordValidators)
        {
            if (await rule.ValidateAsync(accounts, account, password) is { Succeeded: false } result)
                return result.Errors.First().Description;
        }

        return null;
    }
}
