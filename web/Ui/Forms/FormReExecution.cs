using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Forms;

/// <summary>
/// Answers what was posted with another page where it cannot be done now: with the one to sign in at, which carries what was typed, or
/// after that with the page where it was typed. The browser is not sent there, for it would leave behind what it has sent.
/// </summary>
static class FormReExecution
{
    // To sign in, to choose a password, to set up an authenticator; and back.
    const int MostRuns = 4;

    static readonly object Next = new();

    /// <summary>Whether the page is for who is signed in only.</summary>
    public static bool AsksForAccount(this HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } marks && marks.GetMetadata<IAuthorizeData>() is not null
        && marks.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>Shows the page to sign in at instead, with the posted form; false when there is none, or nobody whose it is.</summary>
    public static async Task<bool> ReExecuteAsync(
        this HttpContext context, string notice, string page = WebHost.SignInPath, Guid? account = null)
    {
        if (await PostedForm.FormAsync(context, context.RequestAborted) is not { } sent
            || (account ?? PostedForm.AccountOf(sent)) is not { } owner)
            return false;
        var form = await PostedForm.ReadAsync(context, owner, context.RequestAborted);
        if (form is { HoldsAnything: false })
            return false;
        var sealedForm = form is null ? null : context.RequestServices.GetRequiredService<ValueProtector>().Seal(form);
        context.Items[Next] = new PageReExecution(page, context.Request.Path, sealedForm, sealedForm is null ? "redisplay.too-long"
            : notice);
        return true;
    }

    /// <summary>Shows the page where a form was posted, as it was typed there.</summary>
    public static IActionResult Restore(this HttpContext context, PostedForm form)
    {
        context.Items[Next] = form;
        return new EmptyResult();
    }

    public static void UseFormReExecution(this WebApplication app) => app.Use(next =>
    {
        var pages = Reroute(app, next);
        return async context =>
        {
            await TryAsync(context, next);
            for (var run = 1; run <= MostRuns && !context.Response.HasStarted && context.Items.Remove(Next, out var pending); run++)
            {
                Prepare(context, pending!);
                await TryAsync(context, pages);
            }
        };
    });

    static async Task TryAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (SessionEndedException) when (!context.Response.HasStarted)
        {
            await SessionEnd.AnswerAsync(context);
        }
    }

    static void Prepare(HttpContext context, object pending)
    {
        var request = context.Request;
        if (pending is PostedForm form)
        {
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Post, form.Path, new QueryString(form.Query));
            request.ContentType = "application/x-www-form-urlencoded";
            request.Form = form.AsForm();
            context.Features.Set<PageReExecution>(null);
            context.Features.Set(new FormRedisplay("redisplay.restored", IsRestored: true, form.FilesLost, form.PasswordsLost));
        }
        else if (pending is PageReExecution to)
        {
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, to.Page, QueryString.Create("then", to.ReturnPath));
            request.Form = FormCollection.Empty;
            context.Features.Set(to);
            context.Features.Set<FormRedisplay>(null);
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        // Addresses on the page are told from where it is, not from where another one was.
        context.Items.Remove(typeof(IUrlHelper));
    }

    /// <summary>The rest of the way for another address than the browser's.</summary>
    static RequestDelegate Reroute(WebApplication app, RequestDelegate next)
    {
        const string routes = "__GlobalEndpointRouteBuilder";
        var branch = ((IApplicationBuilder)app).New();
        branch.Properties[routes] = app;
        branch.UseRouting();
        branch.Run(next);
        return branch.Build();
    }
}
