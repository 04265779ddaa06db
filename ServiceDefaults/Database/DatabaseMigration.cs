namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Brings one database up to date.</summary>
/// <param name="Name">The database.</param>
/// <param name="Apply">What to do, with the host's services.</param>
public sealed record DatabaseMigration(string Name, Func<IServiceProvider, CancellationToken, Task> Apply);
