namespace Helpdesk.Api.Captcha;

/// <summary>What an image shows; told only where answers are exposed for tests.</summary>
/// <param name="Answer">The answer in clear.</param>
public sealed record ChallengeAnswerResponse(string Answer);
