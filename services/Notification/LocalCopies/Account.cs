namespace Helpdesk.Notification.LocalCopies;

/// <summary>An account, as Identity told it.</summary>
sealed class Account
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required string[] Roles { get; init; }
    public required bool Active { get; init; }
}
