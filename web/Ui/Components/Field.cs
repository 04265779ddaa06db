using System.Text.Encodings.Web;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Ui.Components;

/// <summary>
/// <c>&lt;field name="Subject" label="open.subject" help="…"&gt;</c>: label, control, help and error of one thing that is asked, tied
/// together for who listens to the page. The control is what stands inside; it gets its attributes from <see cref="FieldControl"/>.
/// </summary>
[HtmlTargetElement("field")]
public sealed class Field(PageTexts texts) : TagHelper
{
    const string Shown = "<span class=\"count num needs-script\" data-count-target=\"shown\">";
    const string Over = "<p class=\"error\" role=\"status\" data-count-target=\"over\"></p>";

    public string Name { get; set; } = "";

    /// <summary>Key of the label's text.</summary>
    public string Label { get; set; } = "";

    /// <summary>Key of the help's text; empty is none, for that is what a page makes of nothing.</summary>
    public string? Help { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Whether it may stay empty; said in words.</summary>
    public bool Optional { get; set; }

    /// <summary>How long the text may be, counted as it is stored; 0 says nothing of it. The browser cuts nothing off.</summary>
    public int Longest { get; set; }

    /// <summary>Whether the text is one line, in which any blanks between words count as one.</summary>
    public bool Line { get; set; }

    /// <summary>Whether the things inside belong together under one name, such as choices.</summary>
    public bool Group { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (id, error) = (IdOf(Name), ErrorOf(View, Name));
        context.Items[typeof(Field)] = this;
        var inside = await output.GetChildContentAsync();
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Attributes.SetAttribute("id", $"{id}-field");
        if (Longest > 0)
            Count(output);
        if (Group && error is not null)
            output.Attributes.SetAttribute("aria-describedby", $"{id}-error");
        var label = HtmlEncoder.Default.Encode(texts[Label]);
        var optional = Optional ? $" <span class=\"muted small\">{HtmlEncoder.Default.Encode(texts["field.optional"])}</span>" : "";
        output.Content.AppendHtml(Group ? $"<legend class=\"label\">{label}{optional}</legend>"
            : $"<label for=\"{id}\">{label}{optional}</label>");
        output.Content.AppendHtml(inside);
        if (Longest > 0)
            output.Content.AppendHtml(Line ? Over : $"{Shown}0 / {Longest}</span>{Over}");
        if (Help is not null)
            output.Content.AppendHtml($"<p class=\"help\" id=\"{id}-help\">{HtmlEncoder.Default.Encode(texts[Help])}</p>");
        if (error is not null)
            output.Content.AppendHtml($"<p class=\"error\" id=\"{id}-error\">{HtmlEncoder.Default.Encode(error)}</p>");
    }

    void Count(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-controller", "count");
        output.Attributes.SetAttribute("data-count-limit-value", Longest);
        output.Attributes.SetAttribute("data-count-line-value", Line ? "true" : "false");
        output.Attributes.SetAttribute("data-count-over-value", texts["field.over"]);
    }

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-").ToLowerInvariant();

    internal static string? ErrorOf(ViewContext view, string name) =>
        view.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
