using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>What only the database knows for sure: whether a key was still free at the commit.</summary>
public static class UniqueViolations
{
    /// <summary>Name of the unique key that was taken, such as <c>ix_account_email</c>; null when the save failed for another reason.</summary>
    public static string? ViolatedUniqueConstraint(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused ? refused.ConstraintName : null;
}
