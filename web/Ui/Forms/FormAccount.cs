using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Ui.Forms;

/// <summary>
/// Each form that is posted says on whose page it stands, so that what is typed there comes back to nobody else; and where it is sent to,
/// for it may be shown under the address of another page.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAccount : TagHelper
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "__Account";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Another page or handler of it is put in by the framework, before this or after.
        if (!context.AllAttributes.Any(x => x.Name == "action" || x.Name.StartsWith("asp-", StringComparison.Ordinal)))
            output.Attributes.SetAttribute("action", AddressOf(View.HttpContext.Request));
        if (View.HttpContext.User.AccountId() is { } account)
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{Field}\" value=\"{account}\" />");
    }

    /// <summary>Of the page itself: which of its handlers was asked a moment ago is not the next one's.</summary>
    internal static string AddressOf(HttpRequest request)
    {
        var query = request.Query.Where(x => !string.Equals(x.Key, "handler", StringComparison.OrdinalIgnoreCase));
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }
}
