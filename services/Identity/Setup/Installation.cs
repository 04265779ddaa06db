namespace Helpdesk.Identity.Setup;

/// <summary>That the setup was done. Never deleted: no loss of administrators opens the setup to the world again.</summary>
sealed class Installation
{
    public short Id { get; init; } = 1;
    public required DateTimeOffset InstalledAt { get; init; }
    public required Guid FirstAdministrator { get; init; }
}
