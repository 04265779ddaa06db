using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>Another password for the caller's account.</summary>
/// <param name="Current">The one that it has.</param>
/// <param name="New">The one that it shall have.</param>
public sealed record ChangeOwnPasswordRequest(
    [property: Required, PasswordLength] string Current,
    [property: Required, PasswordLength] string New);
