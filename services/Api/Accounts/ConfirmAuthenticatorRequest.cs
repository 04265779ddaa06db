using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>Turns two-factor on.</summary>
/// <param name="Code">What the authenticator shows now.</param>
public sealed record ConfirmAuthenticatorRequest([property: Required, StringLength(AccountLimits.Code)] string Code);
