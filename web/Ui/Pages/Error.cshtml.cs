using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Ui.Pages;

/// <summary>What a person sees when something is not there, not allowed or went wrong: what it is, and how to go on.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, AllowBeforeRequiredAction]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

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
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = happened && status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
