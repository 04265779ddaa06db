using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Forms;

/// <summary>
/// A posted form on its way through signing in, and through what must be done first: sealed in a hidden field of those pages' own forms,
/// so that it needs no script and nothing is stored here.
/// </summary>
public static class CarriedForm
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "Carried";

    // Somebody comes back to it after a long lunch, not another day.
    static readonly TimeSpan Kept = TimeSpan.FromHours(8);

    public static string Seal(this ValueProtector protector, PostedForm form) => protector.Protect(form, Kept);

    /// <summary>What the page that is shown now has to carry on; null when there is nothing.</summary>
    public static string? Carried(this HttpContext context) => context.Features.Get<Detour>()?.Carried ?? Sent(context);

    /// <summary>Key of the text that says why a page is shown instead of the one that was asked for; null when it is the one.</summary>
    public static string? DetourNotice(this HttpContext context) => context.Features.Get<Detour>()?.Notice;

    /// <summary>The page where the carried form was posted, once nothing stands before it any more; null when nothing is carried.</summary>
    internal static IActionResult? Resume(this HttpContext context, ValueProtector protector) =>
        protector.Unprotect<PostedForm>(context.Carried()) is { } form && form.IsOf(context) ? context.Restore(form) : null;

    static string? Sent(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            && context.Features.Get<FormRedisplay>() is not { IsRestored: true } && context.Request.Form[Field] is [{ Length: > 0 } carried]
            ? carried
            : null;
}

/// <summary>Another page is shown instead of the one that was asked for, and carries what was posted there.</summary>
/// <param name="Page">Path of that page.</param>
/// <param name="Then">Where the person was going.</param>
/// <param name="Carried">The sealed form; null when it could not be kept.</param>
/// <param name="Notice">Key of the text that says why.</param>
sealed record Detour(string Page, string Then, string? Carried, string Notice);
