using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Timers;

/// <summary>What the installation has decided: the settings where they say something, else the host's configuration.</summary>
/// <param name="CloseAfter">Silence of the customer after which the ticket closes.</param>
/// <param name="WarnAfter">Silence after which he is warned; shorter.</param>
/// <param name="ReopenWindow">For how long after closing the customer may open the ticket again.</param>
/// <param name="PurgeAfter">For how long after closing a ticket's files are kept.</param>
/// <param name="AgentsSee">Which tickets an agent sees.</param>
/// <param name="Name">Name of the installation.</param>
/// <param name="Zone">In which hours are shown to who names none.</param>
sealed record Policy(TimeSpan CloseAfter, TimeSpan WarnAfter, TimeSpan ReopenWindow, TimeSpan PurgeAfter, AgentsSee AgentsSee, string Name, TimeZoneInfo Zone)
{
    public static Policy Of(Settings? settings, ClosingOptions closing, RetentionOptions retention, VisibilityOptions visibility, InstallationOptions installation)
    {
        var (close, warn) = (settings?.CloseAfter ?? closing.After, settings?.WarnAfter ?? closing.WarnAfter);
        // A half of the pair may be set, and not fit the host's other half: a warning that comes after the end would never come.
        if (warn <= TimeSpan.Zero || warn >= close)
            (close, warn) = (closing.After, closing.WarnAfter);
        return new(close, warn, NotNegative(settings?.ReopenWindow) ?? closing.ReopenWindow, NotNegative(settings?.PurgeAfter) ?? retention.PurgeAfter,
            Enum.TryParse<AgentsSee>(settings?.AgentsSee, ignoreCase: false, out var sees) && Enum.IsDefined(sees) ? sees : visibility.Agents, settings?.Name ?? "Helpdesk",
            settings?.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(installation.TimeZone));
    }

    static TimeSpan? NotNegative(TimeSpan? span) => span >= TimeSpan.Zero ? span : null;
}
