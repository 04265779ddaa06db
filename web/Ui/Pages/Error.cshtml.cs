using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Pages;

/// <summary>What a person sees when something is not there, not allowed or went wrong: what it is, and how to go on.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, AllowBeforeRequiredAction]
public sealed class ErrorModel : PageModel
{
    // Of the ticket, and of the page that says that it was opened.
    static readonly PathString[] LinkPaths = ["/t", "/opened"];

    public int Status { get; private set; }

    /// <summary>Whether a ticket's link opens nothing: it may have been replaced, and its holder can have the new one sent.</summary>
    public bool IsTrackingLink { get; private set; }

    public string RequestId => Request.Headers["X-Request-Id"] is [{ Length: > 0 } id] ? id : HttpContext.TraceIdentifier;

    /// <summary>First part of the keys of the texts that fit.</summary>
    public string TextKey => Status switch
    {
        400 => "error.form",
        403 => "error.forbidden",
        404 => "error.missing",
        410 => "error.gone",
        429 => "error.often",
        503 => "error.away",
        _ => "error.broken",
    };

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    void Show(int status)
    {
        // Asked for by its own address it is the error of nothing that happened.
        var reExecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var happened = reExecuted is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = happened && status is >= 400 and < 600 ? status : 404;
        IsTrackingLink = Status == 404 && LinkPaths.Any(x => new PathString(reExecuted?.OriginalPath).StartsWithSegments(x));
        Response.StatusCode = Status;
    }
}
