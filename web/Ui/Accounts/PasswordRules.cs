using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Ui.Accounts;

/// <summary>What can be said of a new password. Identity decides; here only its form is known.</summary>
static class PasswordRules
{
    public const int Shortest = 12, Longest = 128;

    public static void Check(string? password, string field, ModelStateDictionary state, PageTexts texts)
    {
        if (password is not { Length: >= Shortest })
            state.AddModelError(field, texts["password.short", Shortest]);
        else if (password.Length > Longest)
            state.AddModelError(field, texts["password.long", Longest]);
    }

    /// <summary>Whether the service does not want this password; said in our words then.</summary>
    public static bool Explain(Refusal refusal, string name, string field, ModelStateDictionary state, PageTexts texts)
    {
        if (!refusal.Fields.Contains(name))
            return false;
        state.AddModelError(field, texts["password.refused"]);
        return true;
    }
}
