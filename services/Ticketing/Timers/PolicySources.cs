using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>What the host is configured with, for whatever the installation's settings leave open.</summary>
sealed class PolicySources(
    IOptions<ClosingOptions> closing, IOptions<RetentionOptions> retention, IOptions<VisibilityOptions> visibility,
    IOptions<InstallationOptions> installation)
{
    /// <summary>The policy that results from these settings.</summary>
    public Policy Combine(Settings? settings)
    {
        var (close, warn) = (settings?.CloseAfter ?? closing.Value.After, settings?.WarnAfter ?? closing.Value.WarnAfter);
        // A half of the pair may be set, and not fit the host's other half: a warning that comes after the end would never come.
        if (warn <= TimeSpan.Zero || warn >= close)
            (close, warn) = (closing.Value.After, closing.Value.WarnAfter);
        return new(
            close,
            warn,
            NotNegative(settings?.ReopenWindow) ?? closing.Value.ReopenWindow,
            NotNegative(settings?.PurgeAfter) ?? retention.Value.PurgeAfter,
            Enum.TryParse<AgentsSee>(settings?.AgentsSee, ignoreCase: false, out var sees) && Enum.IsDefined(sees)
                ? sees
                : visibility.Value.Agents,
            settings?.Name ?? "Helpdesk",
            settings?.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
                ? zone
                : TimeZoneInfo.FindSystemTimeZoneById(installation.Value.TimeZone));
    }

    static TimeSpan? NotNegative(TimeSpan? span) => span >= TimeSpan.Zero ? span : null;
}
