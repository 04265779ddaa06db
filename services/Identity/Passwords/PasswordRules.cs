using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Passwords;

/// <summary>Length first; then nothing that is guessed first: common passwords, the person's own name or mail address.</summary>
sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 128;
    const int MinDifferent = 5;
    const int MinNameLength = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(user, password ?? "") is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = refusal })
            : IdentityResult.Success);

    /// <summary>What is wrong with the password, for the person who chose it; null when nothing is.</summary>
    public static string? Refusal(Account account, string password)
    {
        if (password.Length < MinLength)
            return $"A password has at least {MinLength} characters. Several words are easy to remember.";
        if (password.Length > MaxLength)
            return $"A password has at most {MaxLength} characters.";
        if (password.Distinct().Count() < MinDifferent || CommonPasswords.Contain(password))
            return "This password is among the first that anybody would try. Choose another one.";
        return Personal(account).Any(x => password.Contains(x, StringComparison.OrdinalIgnoreCase))
            ? "A password must not contain your name or your mail address."
            : null;
    }

    static IEnumerable<string> Personal(Account account) => account.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
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
