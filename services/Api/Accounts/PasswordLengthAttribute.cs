using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>The longest password that is taken, counted in its normalised form (<see cref="PasswordFormat"/>).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PasswordLengthAttribute() : ValidationAttribute($"A password has at most {PasswordFormat.MaxLength} characters.")
{
    // No sign of NFC takes more than four in any other form.
    const int MostTyped = 4 * PasswordFormat.MaxLength;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string text
        || (text.Length <= MostTyped && PasswordFormat.Normalize(text).Length <= PasswordFormat.MaxLength);
}
