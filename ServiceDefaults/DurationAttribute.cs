using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// Bounds a duration in options. The framework's <see cref="RangeAttribute"/> initialises itself at its first check and is shared by all
/// hosts of a process, so that of two hosts that start together one could find it half initialised.
/// </summary>
/// <param name="least">The shortest, such as <c>00:00:01</c>.</param>
/// <param name="most">The longest, such as <c>1.00:00:00</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute(string least, string most)
    : ValidationAttribute($"The setting {{0}} must be a duration from {least} to {most}.")
{
    readonly TimeSpan _least = TimeSpan.Parse(least, CultureInfo.InvariantCulture);
    readonly TimeSpan _most = TimeSpan.Parse(most, CultureInfo.InvariantCulture);

    /// <summary>The shortest, as it was written.</summary>
    public string Least => least;

    /// <summary>The longest, as it was written.</summary>
    public string Most => most;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is TimeSpan duration && duration >= _least && duration <= _most;
}
