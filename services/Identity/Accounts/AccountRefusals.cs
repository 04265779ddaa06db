using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Identity.Accounts;

/// <summary>Why an account could not be saved, as an answer.</summary>
static class AccountRefusals
{
    public static IResult EmailTaken => Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.EmailTaken, "Another account has this mail address.",
        new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["email"] = ["Another account has this mail address."] } });

    public static IResult Answer(IdentityResult result)
    {
        var errors = result.Errors.ToList();
        return errors.Find(x => x.Code.StartsWith("Password", StringComparison.Ordinal)) is { } password ? Problem.Invalid("password", password.Description)
            : errors.Exists(x => x.Code.StartsWith("Duplicate", StringComparison.Ordinal)) ? EmailTaken
            : Problem.Invalid("email", errors[0].Description);
    }

    /// <summary>Two at once with one address: the database decides.</summary>
    public static bool IsEmailTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "account" };
}
