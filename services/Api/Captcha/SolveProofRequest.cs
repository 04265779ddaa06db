using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Captcha;

/// <summary>The work that was done.</summary>
/// <param name="Numbers">Those that were found, one for each part in its order.</param>
public sealed record SolveProofRequest(
    [property: Required, MinLength(1), MaxLength(CaptchaLimits.MaxNumbers)] IReadOnlyList<long> Numbers);
