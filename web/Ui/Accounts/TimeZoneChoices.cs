namespace Helpdesk.Ui.Accounts;

/// <summary>The time zones that a person can choose, by their region.</summary>
static class TimeZoneChoices
{
    public static ILookup<string, string> ByRegion { get; } = 
        TimeZoneInfo.GetSystemTimeZones().Where(x => x.HasIanaId && x.Id.Contains('/', StringComparison.Ordinal))
        .Select(x => x.Id).Order(StringComparer.Ordinal).ToLookup(x => x[..x.IndexOf('/', StringComparison.Ordinal)]);
}
