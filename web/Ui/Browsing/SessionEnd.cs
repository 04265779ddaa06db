using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>A service does not accept the session of who looks at the page any more: revoked, or ended elsewhere.</summary>
public sealed class SessionEndedException() : Exception("The session of who looks at the page is over.");

static class SessionEnd
{
    /// <summary>Whoever's session ended elsewhere is signed out here too, whatever page he was on, and comes back to it when he signed in again.</summary>
    public static void UseSessionEnd(this WebApplication app, string signIn) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (SessionEndedException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await context.SignOutAsync(BrowserSession.Scheme);
            var request = context.Request;
            // What was sent cannot be sent again by coming back: its page can.
            var then = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path.Value;
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{request.PathBase}{signIn}{QueryString.Create("then", request.PathBase + then).Add("ended", "true")}";
        }
    });
}
