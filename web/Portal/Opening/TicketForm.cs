using Helpdesk.Ui.Components;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Portal.Opening;

/// <summary>What a customer writes to open a ticket, and everything that must not be lost between the steps.</summary>
public sealed class TicketForm
{
    public const int LongestSubject = 255, LongestDescription = 5000, LongestName = 100, LongestEmail = MailAddresses.Longest, ShortestDescription = 10;

    public Guid? CategoryId { get; set; }
    public string? Subject { get; set; }
    public string? Description { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    /// <summary>Receipts of files that were taken already.</summary>
    public List<string> Kept { get; set; } = [];
    /// <summary>One of the receipts, to be left out.</summary>
    public string? Remove { get; set; }
    /// <summary>Made with the form: sent twice, it opens one ticket.</summary>
    public string? Key { get; set; }

    /// <summary>Says what is wrong in the reader's words, beside the field.</summary>
    public void Check(ModelStateDictionary state, PageTexts texts, IReadOnlyList<Category> categories, bool signedIn)
    {
        (Subject, Description, Name, Email) = (Subject?.Trim(), Description?.Trim(), Name?.Trim(), Email?.Trim());
        Require(CategoryId is { } id && categories.Any(x => x.Id == id), nameof(CategoryId), "open.category.missing");
        Require(Subject is not { Length: > LongestSubject }, nameof(Subject), "field.too-long");
        Require(Description?.Length is >= ShortestDescription, nameof(Description), "open.description.short", ShortestDescription);
        Require(Description is not { Length: > LongestDescription }, nameof(Description), "field.too-long");
        if (signedIn)
            return;
        Require(Name is { Length: > 0 }, nameof(Name), "open.name.missing");
        Require(Name is not { Length: > LongestName }, nameof(Name), "field.too-long");
        Require(MailAddresses.IsOne(Email), nameof(Email), "open.email.wrong");

        void Require(bool holds, string field, string text, params object[] values)
        {
            if (!holds)
                state.AddModelError($"Form.{field}", texts[text, values]);
        }
    }
}
