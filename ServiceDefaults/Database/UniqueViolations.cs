using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Violations of unique constraints: only the database knows whether a key was still free at the commit.</summary>
public static class UniqueViolations
{
    /// <summary>Name of the violated constraint, such as <c>ix_account_email</c>; null when the save failed for another reason.</summary>
    public static string? ViolatedUniqueConstraint(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation
            ? violation.ConstraintName
            : null;
}
