using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Ui.Forms;

/// <summary>This request shows a form once more as it was posted, and does nothing of what it asks for.</summary>
/// <param name="Notice">Key of the text that says why.</param>
/// <param name="IsRestored">Whether it came back after a sign-in.</param>
/// <param name="FilesLost">Whether a file could not be kept.</param>
/// <param name="PasswordsLost">Whether a password was typed, which nobody keeps.</param>
public sealed record FormRedisplay(string Notice, bool IsRestored, bool FilesLost, bool PasswordsLost);

/// <summary>A page with a form: it can show it as it was posted.</summary>
public interface IRedisplaysForm
{
    /// <summary>The page with what was typed and chosen, and nothing done; files are taken, for browsers send them only once.</summary>
    Task<IActionResult> RedisplayAsync(CancellationToken cancellationToken);
}

/// <summary>On a page whose form does what it says also when its token is of another sign-in, as long as it comes from here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameOriginSufficesAttribute : Attribute;

/// <summary>Where a page belongs that is shown under the address of another one.</summary>
public static class RestoredPage
{
    /// <summary>Null for a page that is shown where it belongs.</summary>
    public static string? RestoredAddress(this HttpContext context) =>
        context.Features.Get<FormRedisplay>() is { IsRestored: true } ? FormAccount.AddressOf(context.Request) : null;
}
