using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Settings;

static class SettingsLock
{
    /// <summary>The row, made when there is none, under its lock.</summary>
    public static async Task<InstallationSettings> LockSettingsAsync(this AccountsDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into installation_settings (id, version, values) values (1, 0, '{{}}') on conflict do nothing", cancellationToken);
        return await db.Settings.FromSql($"select * from installation_settings for update").SingleAsync(cancellationToken);
    }
}
