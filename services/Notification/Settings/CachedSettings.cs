using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Notification.Settings;

/// <summary>
/// What an administrator chose over what this host is configured with. Read again every few seconds, so that a change needs no restart.
/// </summary>
sealed class CachedSettings(
    IServiceScopeFactory scopes, SmtpOptions configured, Zone zone, IOptions<ClosingOptions> closing, IConfiguration configuration,
    ValueProtector protector, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    // A record, and not a pair: it is read while another writes it.
    Known? _last;

    public async ValueTask<NotificationSettings> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Also when the clock was set back.
        if (_last is { } last && (now - last.ReadAt).Duration() < Fresh)
            return last.Settings;
        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Settings
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var settings = Of(stored);
        _last = new(settings, now);
        return settings;
    }

    NotificationSettings Of(StoredSettings? stored) => new()
    {
        Zone = stored?.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var chosen) ? new(chosen) : zone,
        Language = stored?.Language,
        Closing = new() { After = stored?.CloseAfter ?? closing.Value.After, WarnAfter = stored?.WarnAfter ?? closing.Value.WarnAfter },
        AgentsSee = Enum.TryParse<AgentsSee>(stored?.AgentsSee, out var see) ? see
            : configuration.GetValue("Visibility:Agents", AgentsSee.TheirAreas),
        Smtp = () => With(stored),
        ConfiguredSmtp = configured,
        Domain = AddressParser.ToAscii(AddressParser.TryParse(stored?.MailFrom, null, out var sender) ? sender : configured.From)
            .Split('@')[^1],
    };

    SmtpOptions With(StoredSettings? stored)
    {
        if (stored is null)
            return configured;
        var password = stored.ProtectedMailPassword is not { } seal ? null
            : protector.Unprotect<MailPassword>(seal)?.Value ?? throw new InvalidOperationException(
                "The password of the mail server cannot be opened with the keys of this host; save it again in the settings.");
        return configured.With(stored.MailServer, stored.MailUser, password, stored.MailFrom, stored.MailSender ?? stored.Name);
    }

    sealed record Known(NotificationSettings Settings, DateTimeOffset ReadAt);
}
