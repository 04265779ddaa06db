using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Ui.Components;

/// <summary>The control inside a field: <c>&lt;input control&gt;</c> gets id, name and what describes it.</summary>
[HtmlTargetElement("input", Attributes = Mark), HtmlTargetElement("textarea", Attributes = Mark),
    HtmlTargetElement("select", Attributes = Mark)]
public sealed class FieldControl : TagHelper
{
    const string Mark = "control";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Mark);
        if (!context.Items.TryGetValue(typeof(Field), out var around) || around is not Field { Group: false } field)
            return;
        var (id, error) = (Field.IdOf(field.Name), Field.ErrorOf(View, field.Name));
        output.Attributes.SetAttribute("id", id);
        if (!output.Attributes.ContainsName("name"))
            output.Attributes.SetAttribute("name", field.Name);
        if (field.Longest > 0)
        {
            output.Attributes.SetAttribute("data-count-target", "text");
            output.Attributes.SetAttribute("data-action", "count#show");
        }

        string[] described = [.. field.Help is null ? Array.Empty<string>() : [$"{id}-help"], .. error is null ? Array.Empty<string>()
            : [$"{id}-error"]];
        if (described.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", string.Join(' ', described));
        if (error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
        if (!field.Optional)
            output.Attributes.SetAttribute("aria-required", "true");
    }
}
