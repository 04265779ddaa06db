using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Ui.Accounts;

/// <summary>
/// Our words for what a service refuses, on any page and in the reader's language. Each type of problem has a text of its own; one that
/// these pages do not know yet is answered in general, never with the service's own sentence.
/// </summary>
public static class ProblemText
{
    /// <summary>Key of a text.</summary>
    public static string KeyOf(ApiProblem problem, PageTexts texts) => problem switch
    {
        // Before all others: from some of them something can be learnt although the service takes nothing at the moment.
        _ when IsKnown(problem, texts) => $"refused.{problem.Slug}",
        { IsUnavailable: true } => "problem.away",
        _ => "problem.unknown",
    };

    public static bool IsKnown(ApiProblem problem, PageTexts texts) => texts.Has($"refused.{problem.Slug}");
}
