using System.Globalization;
using Helpdesk.Api.Settings;
using Helpdesk.Contracts;

namespace Helpdesk.Identity.Settings;

/// <summary>The one row of settings.</summary>
sealed class InstallationSettings
{
    public short Id { get; init; } = 1;
    public long Version { get; set; }
    public SettingsValues Values { get; set; } = new();

    /// <summary>Protected.</summary>
    public string? MailPassword { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
    public Guid? ChangedById { get; set; }
    public string? ChangedByName { get; set; }

    public string Tag => string.Create(CultureInfo.InvariantCulture, $"\"{Version}\"");

    /// <summary>To be published with the save.</summary>
    public SettingsChanged ToEvent() => new()
    {
        Version = Version,
        Name = Values.Name,
        Zone = Values.Zone,
        Language = Values.Language,
        CloseAfter = Values.CloseAfter,
        WarnAfter = Values.WarnAfter,
        ReopenWindow = Values.ReopenWindow,
        PurgeAfter = Values.PurgeAfter,
        AgentsSee = Values.AgentsSee,
        AnonymousPerMinute = Values.AnonymousPerMinute,
        SignedInPerMinute = Values.SignedInPerMinute,
        SignInPerMinute = Values.SignInPerMinute,
        Mail = Values.Mail is { } mail
            ? new MailServerSettings
            {
                Server = mail.Server,
                User = mail.User,
                ProtectedPassword = MailPassword,
                From = mail.From,
                Sender = mail.Sender,
            }
            : null,
        ChangedAt = ChangedAt!.Value,
        ChangedBy = new Actor(ActorKind.Staff, ChangedById, ChangedByName!),
    };
}
