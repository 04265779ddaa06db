using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Time;

namespace Helpdesk.Identity.Accounts;

/// <summary>A zone by its IANA name, which every platform and browser knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class TimeZoneNameAttribute() : ValidationAttribute("This is not a time zone such as America/Guayaquil.")
{
    public static bool Knows(string zone) => CallersZone.TryFind(zone, out _);

    public override bool IsValid(object? value) => value is not string zone || Knows(zone);
}
