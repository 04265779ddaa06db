using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>
/// Continues a session before its access token ends. A browser asks for several things at once, all with the same refresh token, which is
/// good for one use: they share one refresh, and those that come a moment later with the old cookie get its result too.
/// </summary>
public sealed class SessionRenewal(TimeProvider time) : CookieAuthenticationEvents
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    static readonly object RenewalKey = new();

    readonly ConcurrentDictionary<string, Lazy<Task<ApiResult<SessionResponse>>>> _running = new();

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var now = time.GetUtcNow();
        if (context.Properties.AccessEnds() - now > Early)
            return;
        if (context.Properties.RefreshToken() is not { } token)
        {
            await EndAsync(context);
            return;
        }

        var answer = await RefreshAsync(context.HttpContext, token);
        if (answer.Value is { } session)
        {
            context.Properties.StoreTokens(session, now);
            context.ReplacePrincipal(session.AsPrincipal());
            context.ShouldRenew = true;
        }
        else if (!answer.Problem!.IsUnavailable || context.Properties.AccessEnds() <= now)
        {
            // With Identity away a token that is still good serves on; else the person signs in again.
            await EndAsync(context);
        }
    }

    /// <summary>
    /// What was posted from a page of ours is carried along; else the browser is sent to sign in. Behind the gateway this host does not
    /// know the address that the browser sees: only the path is right.
    /// </summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Origin() != PostOrigin.SameOrigin || !await context.HttpContext.ReExecuteAsync("redisplay.sign-in"))
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
    }

    /// <summary>
    /// Another token at once, because what the account says or may do has changed. The header that shows it; null when the session is over,
    /// or when the answer is on its way already and can give the browser nothing to keep.
    /// </summary>
    public Task<string?> RenewAsync(HttpContext context)
    {
        // A page that asks two services side by side may be refused by both; its answer is written by one at a time.
        lock (context.Items)
        {
            if (context.Items[RenewalKey] is Task<string?> { IsCompleted: false } running)
                return running;
            var renewal = BeginRenewalAsync(context);
            context.Items[RenewalKey] = renewal;
            return renewal;
        }
    }

    async Task<string?> BeginRenewalAsync(HttpContext context)
    {
        if (context.Response.HasStarted || await context.SessionAsync() is not { } properties || properties.RefreshToken() is not { } token)
            return null;
        if ((await RefreshAsync(context, token)).Value is not { } session)
            return null;
        var now = time.GetUtcNow();
        // What else this request asks for is asked with the new token.
        properties.StoreTokens(session, now);
        await context.SignInAsync(session, now);
        return await context.CredentialAsync();
    }

    async Task<ApiResult<SessionResponse>> RefreshAsync(HttpContext context, string token)
    {
        var identity = context.RequestServices.GetRequiredService<IdentityClient>();
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        // Not with the request's own end: another one may wait for it.
        var shared = _running.GetOrAdd(key, _ => new(() => identity.RefreshAsync(new(token), CancellationToken.None)));
        var answer = await shared.Value;
        if (answer.Succeeded)
            _ = Task.Delay(Late, time).ContinueWith(_ => _running.TryRemove(key, out var _), TaskScheduler.Default);
        else
            _running.TryRemove(key, out _);
        return answer;
    }

    static Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
