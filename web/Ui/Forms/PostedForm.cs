using System.Text;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Ui.Forms;

/// <summary>What a person typed and chose on a page and could not send. Never a password, a code or an answer to a captcha.</summary>
/// <param name="Account">Whose it is: nobody else gets to see it.</param>
/// <param name="Path">Where it was sent to.</param>
/// <param name="Query">With it, such as the page's handler.</param>
/// <param name="Fields">Names with their values.</param>
/// <param name="FilesLost">Whether a file could not be kept.</param>
/// <param name="PasswordsLost">Whether a password was typed, which is not kept.</param>
public sealed record PostedForm(
    Guid Account, string Path, string Query, IReadOnlyList<PostedForm.Field> Fields, bool FilesLost = false, bool PasswordsLost = false)
{
    public sealed record Field(string Name, string Value);

    // A letter of 10,000 characters in any script, with its files' receipts.
    const int MostBytes = 64 * 1024;
    const int MostFields = 200;
    const long LargestRequest = 12 * 1024 * 1024;

    static readonly string[] Passwords = ["Password", "Current", "CurrentPassword", "New"];

    /// <summary>Fields that are forgotten at once.</summary>
    public static IReadOnlySet<string> Secrets { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Password", "Current", "CurrentPassword", "New", "Code", "Ticket", "Sealed",
        FormPreservation.Field, FormAccount.Field, "__RequestVerificationToken",
        "Captcha.Id", "Captcha.Answer", "Captcha.ProofId", "Captcha.Solution",
    };

    /// <summary>The form of this request, its files handed over to whoever keeps them; null when there is none, or too much.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpContext context, Guid account, CancellationToken cancellationToken)
    {
        if (await FormAsync(context, cancellationToken) is not { } form)
            return null;
        var fields = form.Where(x => !Secrets.Contains(x.Key)).ToDictionary(x => x.Key, x => x.Value, StringComparer.OrdinalIgnoreCase);
        var lost = form.Files.Any(x => x.Length > 0);
        if (lost && context.RequestServices.GetService<IFormFileUploader>() is { } keeper)
            lost = !await keeper.UploadAsync(form.Files, fields, cancellationToken);
        Field[] all = [.. fields.SelectMany(x => x.Value.Select(y => new Field(x.Key, y ?? "")))];
        var bytes = all.Sum(x => Encoding.UTF8.GetByteCount(x.Name) + Encoding.UTF8.GetByteCount(x.Value));
        return all.Length <= MostFields && bytes <= MostBytes
            ? new(account, context.Request.Path, context.Request.QueryString.Value ?? "", all, lost, HasPassword(form))
            : null;
    }

    /// <summary>As what a browser sends.</summary>
    public FormCollection AsForm() => new(Fields.GroupBy(x => x.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(x => x.Key, x => new StringValues([.. x.Select(y => y.Value)]), StringComparer.OrdinalIgnoreCase));

    /// <summary>The form of a request, or nothing when it has none that can be read.</summary>
    internal static async Task<IFormCollection?> FormAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType
            || context.Request.ContentLength > LargestRequest)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whose page the form was on, as the page itself says.</summary>
    internal static Guid? AccountOf(IFormCollection form) => Guid.TryParse(form[FormAccount.Field], out var account) ? account : null;

    internal static bool HasPassword(IFormCollection form) => Passwords.Any(x => form[x] is [{ Length: > 0 }]);

    /// <summary>Whether somebody would have to do anything of it once more.</summary>
    internal bool HoldsAnything => Fields.Count > 0 || Query.Length > 0;

    internal bool IsOf(HttpContext context) => context.User.AccountId() == Account;
}

/// <summary>Keeps the files of a form that cannot be sent now: a browser does not put files into a form again.</summary>
public interface IFormFileUploader
{
    /// <summary>Takes the files and puts what stands for them into the fields; false when one of them was not taken.</summary>
    Task<bool> UploadAsync(IFormFileCollection files, IDictionary<string, StringValues> fields, CancellationToken cancellationToken);
}
