using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Antiforgery;

namespace Helpdesk.Portal.Opening;

/// <summary>What the page's script asks for: another picture, or work for the machine instead of one.</summary>
static class CaptchaEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/captcha/picture", (HttpContext context, IAntiforgery forms, CaptchaClient captcha) =>
            SendAsync(context, forms, captcha.CreateChallengeAsync)).AllowAnonymous();
        app.MapPost("/captcha/proof", (HttpContext context, IAntiforgery forms, CaptchaClient captcha) =>
            SendAsync(context, forms, captcha.CreateProofAsync)).AllowAnonymous();
    }

    static async Task<IResult> SendAsync<T>(
        HttpContext context, IAntiforgery forms, Func<CancellationToken, Task<ApiResult<T>>> create)
    {
        if (!await FormGuard.IsFromHereAsync(context, forms))
            return TypedResults.BadRequest();
        var answer = await create(context.RequestAborted);
        return answer.Succeeded ? TypedResults.Ok(answer.Value) : TypedResults.StatusCode((int)answer.Status);
    }
}
