namespace Helpdesk.Api.Captcha;

/// <summary>An image to read. Nothing but the image tells the answer.</summary>
/// <param name="Id">The challenge, to be answered once.</param>
/// <param name="Image">The image as a <c>data:</c> address.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="ExpiresAt">Until when it can be answered (UTC).</param>
public sealed record CreateChallengeResponse(Guid Id, string Image, int Width, int Height, DateTimeOffset ExpiresAt);
