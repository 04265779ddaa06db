namespace Helpdesk.Notification.Settings;

/// <summary>The settings that an administrator chose, as Identity told them; what is null stays as this host is configured.</summary>
sealed class StoredSettings
{
    /// <summary>There is one row.</summary>
    public required int Id { get; init; }
    public required long Version { get; init; }
    public string? Name { get; init; }
    public string? Zone { get; init; }
    public string? Language { get; init; }
    public TimeSpan? CloseAfter { get; init; }
    public TimeSpan? WarnAfter { get; init; }
    public string? AgentsSee { get; init; }
    public string? MailServer { get; init; }
    public string? MailUser { get; init; }
    /// <summary>Protected; read only to sign in at the mail server.</summary>
    public string? ProtectedMailPassword { get; init; }
    public string? MailFrom { get; init; }
    public string? MailSender { get; init; }
}
