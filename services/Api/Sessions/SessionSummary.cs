namespace Helpdesk.Api.Sessions;

/// <summary>A session that could still be used.</summary>
/// <param name="Id">The session.</param>
/// <param name="Device">What the browser said it was.</param>
/// <param name="Address">Where it came from at the sign-in.</param>
/// <param name="StartedAt">The sign-in (UTC).</param>
/// <param name="LastUsedAt">When it last gave a token (UTC).</param>
/// <param name="ExpiresAt">When it ends unless it is used (UTC).</param>
/// <param name="Current">Whether it is the caller's.</param>
public sealed record SessionSummary(
    Guid Id,
    string? Device,
    string? Address,
    DateTimeOffset StartedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    bool Current);
