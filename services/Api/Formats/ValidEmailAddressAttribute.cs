using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Formats;

/// <summary>
/// One plain address that mail can be sent to (<see cref="EmailAddress.TryParse"/>); empty and missing are another rule's matter.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ValidEmailAddressAttribute() : ValidationAttribute("This is not an email address such as ana@example.org.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not string text || text.Trim().Length == 0 || EmailAddress.TryParse(text, out _);
}
