using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Sessions;

/// <summary>Continues a session.</summary>
/// <param name="RefreshToken">The last one that the session gave.</param>
public sealed record RefreshSessionRequest([property: Required, StringLength(SessionLimits.RefreshToken)] string RefreshToken);
