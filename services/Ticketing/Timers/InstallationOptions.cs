namespace Helpdesk.Ticketing.Timers;

/// <summary>What holds for the whole installation until an administrator decides otherwise.</summary>
sealed class InstallationOptions
{
    /// <summary>IANA name of the zone in which hours are shown to who names none.</summary>
    public string TimeZone { get; set; } = "UTC";
}
