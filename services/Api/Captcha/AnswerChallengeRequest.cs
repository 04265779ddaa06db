using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Captcha;

/// <summary>What a person reads in the image.</summary>
/// <param name="Answer">Case and spaces do not matter.</param>
public sealed record AnswerChallengeRequest([property: Required, StringLength(CaptchaLimits.MaxAnswer)] string Answer);
