using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// A duration of the settings within bounds. The framework's range, of a type that it has to convert to, prepares itself at its first
/// check, and all hosts of a process share it: of two that start side by side one would find it half prepared. This one is ready when it is made.
/// </summary>
/// <param name="least">The shortest, such as <c>00:00:01</c>.</param>
/// <param name="most">The longest, such as <c>1.00:00:00</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute(string least, string most) : ValidationAttribute($"The setting {{0}} must be a duration from {least} to {most}.")
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
