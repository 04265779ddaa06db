using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Ui.Components;

/// <summary>Where a field stands on its page: as the page's model declares it.</summary>
static class FieldOrder
{
    /// <summary>A text that comes before that of each later field.</summary>
    /// <param name="page">Of the page's model.</param>
    /// <param name="field">Name of the field in the form, such as <c>Form.Email</c>.</param>
    public static string Of(ModelMetadata page, string field)
    {
        // What is wrong with no field in particular comes first.
        var (order, here) = ("", field.Length > 0 ? page : null);
        foreach (var name in field.Split('.'))
        {
            var place = here?.Properties.TakeWhile(x => x.PropertyName != name).Count() ?? 0;
            order += $"{place:D3}.";
            here = here?.Properties[name];
        }

        return order;
    }
}
