using System.Reflection;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Helpdesk.Ui.Forms;

/// <summary>
/// Lets in what comes from a page of ours, in the place of the framework's check. A form whose token does not hold, because somebody signed
/// in or out meanwhile or the keys are gone, is shown again with what was typed when the browser vouches that it comes from here; from
/// anywhere else nothing is done.
/// </summary>
public sealed class FormGuard : IAsyncAuthorizationFilter, IOrderedFilter, IAntiforgeryPolicy
{
    // After the framework's own, which then gives way.
    public int Order => 1001;

    public static void Guard(PageConventionCollection pages) =>
        pages.ConfigureFilter(page =>
            page.HandlerType.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is null ? new FormGuard() : new NoFilter());

    /// <summary>For what a script asks in the name of a page.</summary>
    public static async Task<bool> IsFromHereAsync(HttpContext context, IAntiforgery tokens) => context.Request.Origin() switch
    {
        PostOrigin.SameOrigin => true,
        PostOrigin.Elsewhere => false,
        _ => await HoldsAsync(context, tokens),
    };

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return;
        // What came back after a sign-in has shown its seal.
        if (http.Features.Get<FormRedisplay>() is not null)
            return;
        var origin = http.Request.Origin();
        if (origin == PostOrigin.Elsewhere)
        {
            context.Result = new AntiforgeryValidationFailedResult();
        }
        else if (!await HoldsAsync(http, http.RequestServices.GetRequiredService<IAntiforgery>()))
        {
            if (origin != PostOrigin.SameOrigin)
                context.Result = new AntiforgeryValidationFailedResult();
            else if (http.GetEndpoint()?.Metadata.GetMetadata<SameOriginSufficesAttribute>() is null)
                await RedisplayAsync(context);
        }
    }

    static async Task RedisplayAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (await PostedForm.FormAsync(http, http.RequestAborted) is not { } form)
        {
            context.Result = new AntiforgeryValidationFailedResult();
            return;
        }

        var (was, here) = (PostedForm.AccountOf(form), http.User.AccountId());
        if (was is not null && was != here && http.AsksForAccount())
            // Another one is signed in now: it is not theirs.
            context.Result = await http.ReExecuteAsync("redisplay.sign-in.other")
                ? new EmptyResult()
                : new AntiforgeryValidationFailedResult();
        else
            http.Features.Set(new FormRedisplay((was, here) switch
            {
                (_, { }) when was != here => "redisplay.signed-in",
                ({ }, null) => "redisplay.signed-out",
                _ => "redisplay.stale",
            }, IsRestored: false, FilesLost: false, PostedForm.HasPassword(form)));
    }

    static async Task<bool> HoldsAsync(HttpContext context, IAntiforgery tokens)
    {
        try
        {
            return await tokens.IsRequestValidAsync(context);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // A form that cannot be read.
            return false;
        }
    }

    sealed class NoFilter : IFilterMetadata;
}

/// <summary>Shows the form again instead of doing what it asks for.</summary>
sealed class RedisplayForm : IAsyncPageFilter, IOrderedFilter
{
    public int Order => 10;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<FormRedisplay>() is not { } redisplay || !HttpMethods.IsPost(http.Request.Method))
        {
            await next();
        }
        else if (context.HandlerInstance is IRedisplaysForm page)
        {
            // Turbo shows an answer to a form only when it says that it was not done; a store of passwords would forget the new one then.
            http.Response.StatusCode = redisplay.IsRestored ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            context.Result = await page.RedisplayAsync(http.RequestAborted);
        }
        else
        {
            context.Result = new AntiforgeryValidationFailedResult();
        }
    }
}
