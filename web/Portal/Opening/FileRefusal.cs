using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.Opening;

/// <summary>Why Attachment did not take a file, in the reader's words: by its reason when we know that, else by its kind.</summary>
static class FileRefusal
{
    public static string KeyOf(Refusal refusal, PageTexts texts)
    {
        if (refusal.Member("reason") is { } reason && texts.Has($"files.reason.{reason}"))
            return $"files.reason.{reason}";
        return refusal switch
        {
            { Type: "too-large" } => "files.too-large",
            _ when texts.Has($"refused.{refusal.Type}") => Sentence.KeyOf(refusal, texts),
            { IsOutOfReach: true } => "files.away",
            _ => "files.refused",
        };
    }
}
