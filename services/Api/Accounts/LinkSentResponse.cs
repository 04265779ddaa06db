namespace Helpdesk.Api.Accounts;

/// <summary>A link is on its way to the owner of an account.</summary>
/// <param name="ExpiresAt">Until when it works (UTC).</param>
public sealed record LinkSentResponse(DateTimeOffset ExpiresAt);
