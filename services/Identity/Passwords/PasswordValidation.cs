using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Passwords;

static class PasswordValidation
{
    /// <summary>Whether an account may have a password, by all rules that are registered.</summary>
    /// <param name="field">Where the request has the password.</param>
    public static async Task<Result> ValidatePasswordAsync(
        this UserManager<Account> accounts, Account account, string password, string field = "password")
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, account, password) is { Succeeded: false } result)
                return Refusal.Invalid(field, result.Errors.First().Description);
        }

        return Result.Done;
    }
}
