using Helpdesk.Api;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.Opening;

/// <summary>Why Attachment did not take a file, in the reader's words: by its reason when we know that, else by its kind.</summary>
static class UploadProblemText
{
    public static string KeyOf(ApiProblem problem, PageTexts texts)
    {
        if (problem.Member("reason") is { } reason && texts.Has($"files.reason.{reason}"))
            return $"files.reason.{reason}";
        return problem switch
        {
            { Type: ProblemTypes.TooLarge } => "files.too-large",
            _ when ProblemText.IsKnown(problem, texts) => ProblemText.KeyOf(problem, texts),
            { IsUnavailable: true } => "files.away",
            _ => "files.refused",
        };
    }
}
