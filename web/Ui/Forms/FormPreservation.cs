using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Forms;

/// <summary>
/// A posted form on its way through signing in, and through what must be done first: protected in a hidden field of those pages' own forms,
/// so that it needs no script and nothing is stored here.
/// </summary>
public static class FormPreservation
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "PreservedForm";

    // Somebody comes back to it after a long lunch, not another day.
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static string Seal(this ValueProtector protector, PostedForm form) => protector.Protect(form, Lifetime);

    /// <summary>What the page that is shown now has to pass on; null when there is nothing.</summary>
    public static string? PreservedForm(this HttpContext context) =>
        context.Features.Get<PageReExecution>()?.PreservedForm ?? Sent(context);

    /// <summary>Key of the text that says why a page is shown instead of the one that was asked for; null when it is the one.</summary>
    public static string? ReExecutionNotice(this HttpContext context) => context.Features.Get<PageReExecution>()?.Notice;

    /// <summary>
    /// The page where the preserved form was posted, once nothing stands before it any more; null when nothing is preserved.
    /// </summary>
    internal static IActionResult? Resume(this HttpContext context, ValueProtector protector) =>
        protector.Unprotect<PostedForm>(context.PreservedForm()) is { } form && form.IsOf(context) ? context.Restore(form) : null;

    static string? Sent(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            && context.Features.Get<FormRedisplay>() is not { IsRestored: true }
                && context.Request.Form[Field] is [{ Length: > 0 } sealedForm]
            ? sealedForm
            : null;
}

/// <summary>Another page is shown instead of the one that was asked for, and carries what was posted there.</summary>
/// <param name="Page">Path of that page.</param>
/// <param name="ReturnPath">Where the person was going.</param>
/// <param name="PreservedForm">The protected form; null when it could not be kept.</param>
/// <param name="Notice">Key of the text that says why.</param>
sealed record PageReExecution(string Page, string ReturnPath, string? PreservedForm, string Notice);
