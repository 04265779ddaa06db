using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Identity.Accounts;

/// <summary>A zone by its IANA name, which every platform and browser knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class TimeZoneNameAttribute() : ValidationAttribute("This is not a time zone such as America/Guayaquil.")
{
    const int Longest = 64;

    public static bool Knows(string zone) => zone.Length <= Longest && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId && found.Id == zone;

    public override bool IsValid(object? value) => value is not string zone || Knows(zone);
}
