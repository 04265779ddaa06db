using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;

namespace Helpdesk.Api.Sessions;

/// <summary>The second step of a sign-in.</summary>
/// <param name="Ticket">What the first step answered with.</param>
/// <param name="Code">The authenticator's six digits, or a recovery code.</param>
public sealed record SecondFactorRequest(
    [property: Required, StringLength(SessionLimits.Ticket)] string Ticket,
    [property: Required, StringLength(AccountLimits.Code)] string Code);
