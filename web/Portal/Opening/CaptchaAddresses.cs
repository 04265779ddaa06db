using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Antiforgery;

namespace Helpdesk.Portal.Opening;

/// <summary>What the page's script asks for: another picture, or work for the machine instead of one.</summary>
static class CaptchaAddresses
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/captcha/picture", (HttpContext context, IAntiforgery forms, Captchas captchas, CancellationToken cancellationToken) => AskAsync(context, forms, captchas.DrawAsync, cancellationToken)).AllowAnonymous();
        app.MapPost("/captcha/proof", (HttpContext context, IAntiforgery forms, Captchas captchas, CancellationToken cancellationToken) => AskAsync(context, forms, captchas.AskForProofAsync, cancellationToken)).AllowAnonymous();
    }

    static async Task<IResult> AskAsync<T>(HttpContext context, IAntiforgery forms, Func<CancellationToken, Task<Answer<T>>> ask, CancellationToken cancellationToken)
    {
        if (!await FormGuard.IsFromHereAsync(context, forms))
            return TypedResults.BadRequest();
        var answer = await ask(cancellationToken);
        return answer.Succeeded ? TypedResults.Ok(answer.Value) : TypedResults.StatusCode((int)answer.Status);
    }
}
