using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Registrations;

/// <summary>
/// Asks for a customer's account. The password is chosen behind the link in the mail: a stranger who typed somebody's address must not
/// know it.
/// </summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address.</param>
/// <param name="Language"><c>es</c> or <c>en</c>; <c>en</c> when it is not said.</param>
public sealed record RegistrationRequest(
    [property: Required, PersonName] string Name,
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email,
    [property: AllowedValues("es", "en", null)] string? Language = null);
