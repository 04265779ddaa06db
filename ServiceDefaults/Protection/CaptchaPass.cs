namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>
/// Captcha vouches that its caller solved a challenge. It is valid for one use: whoever accepts it must remember the id until it expires.
/// </summary>
/// <param name="Id">The challenge that was solved.</param>
/// <param name="ExpiresAt">Until when it may be used (UTC).</param>
public sealed record CaptchaPass(Guid Id, DateTimeOffset ExpiresAt);
