using System.Reflection;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Ui.Browsing;

/// <summary>What a person must do before anything else: until then the services give him nothing.</summary>
public static class Duty
{
    /// <summary>Name of the claim.</summary>
    public const string Name = "duty";

    public const string Password = "password";
    public const string TwoFactor = "two-factor";

    /// <summary>Path of the page where it is done; null when there is nothing to do.</summary>
    public static string? PageOf(HttpContext context) => context.User.FindFirst(Name)?.Value is { } duty ? $"/account/{duty}" : null;
}

/// <summary>On a page that serves also who has a duty to do first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenBeforeDutiesAttribute : Attribute;

/// <summary>Leads whoever has something to do first to where they do it; what they posted goes along.</summary>
sealed class DutiesFirst : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.AccountId() is not { } account || Duty.PageOf(http) is not { } page
            || context.HandlerInstance.GetType().GetCustomAttribute<OpenBeforeDutiesAttribute>() is not null)
            await next();
        else
            context.Result = await http.DetourAsync("redisplay.duty", page, account) ? new EmptyResult() : new LocalRedirectResult(page);
    }
}
