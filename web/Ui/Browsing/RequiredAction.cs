using System.Reflection;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Ui.Browsing;

/// <summary>What a person must do before anything else: until then the services give them nothing.</summary>
public static class RequiredAction
{
    /// <summary>Name of the claim.</summary>
    public const string Claim = "required_action";

    public const string ChangePassword = "password";
    public const string SetUpTwoFactor = "two-factor";

    /// <summary>Path of the page where it is done; null when there is nothing to do.</summary>
    public static string? PageOf(HttpContext context) =>
        context.User.FindFirst(Claim)?.Value is { } action ? $"/account/{action}" : null;
}

/// <summary>On a page that also serves whoever has something to do first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowBeforeRequiredActionAttribute : Attribute;

/// <summary>Leads whoever has something to do first to where they do it; what they posted goes along.</summary>
sealed class RequiredActionFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.AccountId() is not { } account || RequiredAction.PageOf(http) is not { } page
            || context.HandlerInstance.GetType().GetCustomAttribute<AllowBeforeRequiredActionAttribute>() is not null)
            await next();
        else
            context.Result = await http.ReExecuteAsync("redisplay.required-action", page, account)
                ? new EmptyResult()
                : new LocalRedirectResult(page);
    }
}
