using Helpdesk.Api.Accounts;
using Helpdesk.Api.Categories;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Portal.Opening;

/// <summary>What a customer writes to open a ticket, and everything that must not be lost between the steps.</summary>
public sealed class TicketForm
{
    public const int LongestSubject = 255, LongestDescription = 5000, LongestName = AccountLimits.Name, ShortestDescription = 10;

    public Guid? CategoryId { get; set; }
    public string? Subject { get; set; }
    public string? Description { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    /// <summary>Of files that were uploaded already.</summary>
    public List<string> Receipts { get; set; } = [];
    /// <summary>One of the receipts, to be left out.</summary>
    public string? Remove { get; set; }
    /// <summary>Made with the form: sent twice, it opens one ticket.</summary>
    public string? Key { get; set; }

    /// <summary>Says what is wrong in the reader's words, beside the field; what was typed stays as it is.</summary>
    public void Check(ModelStateDictionary state, PageTexts texts, IReadOnlyList<CategoryResponse> categories, bool signedIn)
    {
        var description = TextSanitizer.Multiline(Description);
        Email = Email?.Trim();
        Require(CategoryId is { } id && categories.Any(x => x.Id == id), nameof(CategoryId), "open.category.missing");
        Limit(TextSanitizer.Line(Subject), nameof(Subject), LongestSubject);
        Require(description.Length >= ShortestDescription, nameof(Description), "open.description.short", ShortestDescription);
        Limit(description, nameof(Description), LongestDescription);
        if (signedIn)
            return;
        var name = TextSanitizer.Line(Name);
        Require(name.Length > 0, nameof(Name), "open.name.missing");
        Limit(name, nameof(Name), LongestName);
        Require(EmailInput.IsValid(Email), nameof(Email), EmailInput.ErrorKey(Email));

        void Limit(string normalized, string field, int longest)
        {
            if (texts.TooLong(normalized, longest) is { } tooLong)
                state.AddModelError($"Form.{field}", tooLong);
        }

        void Require(bool holds, string field, string text, params object[] values)
        {
            if (!holds)
                state.AddModelError($"Form.{field}", texts[text, values]);
        }
    }
}
