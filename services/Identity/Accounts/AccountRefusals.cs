using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Identity.Accounts;

/// <summary>Why an account is not made or changed as it was asked for.</summary>
static class AccountRefusals
{
    const string Taken = "Another account has this email address.";

    public static Refusal EmailTaken => new(ProblemTypes.EmailTaken, Taken)
    {
        More = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["email"] = [Taken] } },
    };

    public static Refusal LastAdministrator => new(
        ProblemTypes.LastAdministrator, "This is the only administrator who can sign in. Give the role to another account first.");

    /// <summary>
    /// What guards an account is changed by its owner with the password, an administrator's too: with a stolen token somebody could else
    /// take it over.
    /// </summary>
    public static Refusal OwnAccount => new(
        ProblemTypes.OwnAccount,
        "Change your own password, email address and authenticator in your profile, where your password is asked for.");

    public static Refusal Of(IdentityResult result)
    {
        var errors = result.Errors.ToList();
        if (errors.Find(x => x.Code.StartsWith("Password", StringComparison.Ordinal)) is { } password)
            return Refusal.Invalid("password", password.Description);
        return errors.Exists(x => x.Code.StartsWith("Duplicate", StringComparison.Ordinal))
            ? EmailTaken
            : Refusal.Invalid("email", errors[0].Description);
    }

    /// <summary>Two at once with one address: the database decides.</summary>
    public static bool IsEmailTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "account" };
}
