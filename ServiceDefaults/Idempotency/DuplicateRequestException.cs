using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>
/// Another request with the same key was faster. Not a <see cref="DbUpdateException"/>: handlers catch those, and would take any violated
/// constraint for one of theirs.
/// </summary>
sealed class DuplicateRequestException : Exception;

sealed class DuplicateRequestInterceptor : SaveChangesInterceptor
{
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Exception is DbUpdateException failure && failure.ViolatedUniqueConstraint() == "pk_idempotent_response"
            ? throw new DuplicateRequestException()
            : Task.CompletedTask;
}
