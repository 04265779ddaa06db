using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>A service does not accept the session of who looks at the page any more: revoked, or ended elsewhere.</summary>
public sealed class SessionEndedException() : Exception("The session of who looks at the page is over.");

static class SessionEnd
{
    /// <summary>Whoever's session ended elsewhere is signed out here too, and comes back to the page with what they typed.</summary>
    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.Clear();
        var account = context.User.AccountId();
        // First what was posted: its files may be handed over in the name of nobody.
        var carries = await context.ReExecuteAsync("redisplay.sign-in", account: account);
        await context.EndSessionAsync();
        if (carries)
            return;
        var request = context.Request;
        // What was sent cannot be sent again by coming back: its page can.
        var then = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path.Value;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        var query = QueryString.Create("then", request.PathBase + then).Add("ended", "true");
        context.Response.Headers.Location = $"{request.PathBase}{WebHost.SignInPath}{query}";
    }
}
