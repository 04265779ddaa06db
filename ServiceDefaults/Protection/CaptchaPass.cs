namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>Captcha vouches that its caller solved a challenge. Whoever accepts it must remember the id until it expires: it is good for one use.</summary>
/// <param name="Id">The challenge that was solved.</param>
/// <param name="ExpiresAt">Until when it may be used (UTC).</param>
public sealed record CaptchaPass(Guid Id, DateTimeOffset ExpiresAt);
