using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Setup;

/// <summary>Makes the first administrator.</summary>
/// <param name="Code">The code that whoever started the installation knows.</param>
/// <param name="Name">The administrator's full name.</param>
/// <param name="Email">Their email address.</param>
/// <param name="Password">Their password.</param>
/// <param name="Language"><c>es</c> or <c>en</c>; <c>en</c> when it is not said.</param>
/// <param name="Installation">How the installation shall be called, if it is said here already.</param>
public sealed record CompleteSetupRequest(
    [property: Required, StringLength(CompleteSetupRequest.MaxCode)] string Code,
    [property: Required, PersonName] string Name,
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email,
    [property: Required, PasswordLength] string Password,
    [property: AllowedValues("es", "en", null)] string? Language = null,
    NewInstallation? Installation = null)
{
    /// <summary>Longest code that is looked at.</summary>
    public const int MaxCode = 200;
}

/// <summary>The first settings of an installation.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Zone">IANA name of its time zone.</param>
/// <param name="Language">The language of whoever has not chosen one.</param>
public sealed record NewInstallation(
    [property: PersonName] string? Name = null,
    [property: TimeZoneName] string? Zone = null,
    [property: AllowedValues("es", "en", null)] string? Language = null);
