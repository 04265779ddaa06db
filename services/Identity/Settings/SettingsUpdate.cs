using System.Text.Json;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Settings;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Identity.Settings;

static class SettingsUpdate
{
    const string Secret = "•••";

    /// <summary>A stored password must not follow to a server that whoever changes the settings may have put up to catch it.</summary>
    public static bool LacksPasswordFor(this InstallationSettings settings, MailServer? wanted) =>
        settings.MailPassword is not null && wanted is { Password: null, Server: var server, User: var user }
        && (Clean(server), Clean(user)) != (settings.Values.Mail?.Server, settings.Values.Mail?.User);

    /// <summary>Whether the mail server, or whether staff need a second factor, would be another than now.</summary>
    public static bool NeedsRecentSignIn(this InstallationSettings settings, SettingsValues wanted) =>
        wanted.Mail?.Password is not null || (wanted.Mail is null && settings.MailPassword is not null)
        || (MailOf(wanted) ?? new()) != (MailOf(settings.Values) ?? new()) || wanted.TwoFactorForStaff != settings.Values.TwoFactorForStaff;

    /// <summary>Takes the values over and tells what changed.</summary>
    public static List<AuditedChange> Apply(this InstallationSettings settings, SettingsValues wanted, ValueProtector protector)
    {
        var before = FieldsOf(settings.Values);
        var password = wanted.Mail?.Password;
        var keeps = wanted.Mail is not null && password is null;
        var had = settings.MailPassword is not null;
        if (!keeps)
            settings.MailPassword = string.IsNullOrEmpty(password) ? null : protector.Protect(new MailPassword(password));
        settings.Values = wanted with
        {
            Name = TextSanitizer.LineOrNull(wanted.Name),
            Mail = MailOf(wanted) is { } mail ? mail with { HasPassword = settings.MailPassword is not null } : null,
        };
        var changes = AuditedFields.Compare(before, FieldsOf(settings.Values));
        if (!keeps && (had || settings.MailPassword is not null))
            changes.Add(new("mail.password", had ? Secret : null, settings.MailPassword is null ? null : Secret));
        return changes;
    }

    public static void Stamp(this InstallationSettings settings, Guid? account, string name, DateTimeOffset at)
    {
        settings.Version++;
        (settings.ChangedAt, settings.ChangedById, settings.ChangedByName) = (at, account, name);
    }

    static MailServer? MailOf(SettingsValues values) => values.Mail is { } mail
        ? new MailServer
        {
            Server = Clean(mail.Server),
            User = Clean(mail.User),
            From = Clean(mail.From),
            Sender = TextSanitizer.LineOrNull(mail.Sender),
        }
        : null;

    static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static Dictionary<string, string?> FieldsOf(SettingsValues values)
    {
        var fields = typeof(SettingsValues).GetProperties().Where(x => x.Name != nameof(SettingsValues.Mail))
            .ToDictionary(x => JsonNamingPolicy.CamelCase.ConvertName(x.Name), x => AuditedFields.ToText(x.GetValue(values)));
        fields["mail.server"] = values.Mail?.Server;
        fields["mail.user"] = values.Mail?.User;
        fields["mail.from"] = values.Mail?.From;
        fields["mail.sender"] = values.Mail?.Sender;
        return fields;
    }
}
