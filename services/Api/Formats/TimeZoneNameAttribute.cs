using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Formats;

/// <summary>The IANA name of a time zone, which may be missing (<see cref="IanaTimeZone"/>).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeZoneNameAttribute() : ValidationAttribute("This is not a time zone such as America/Guayaquil.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string name || IanaTimeZone.TryFind(name, out _);
}
