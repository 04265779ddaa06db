using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Ui.Accounts;

/// <summary>What can be said of a new password. Identity decides; here only its form is known.</summary>
static class PasswordRules
{
    public static void Check(string? password, string field, ModelStateDictionary state, PageTexts texts)
    {
        if (password is not { Length: >= PasswordFormat.MinLength })
            state.AddModelError(field, texts["password.short", PasswordFormat.MinLength]);
        else if (password.Length > PasswordFormat.MaxLength)
            state.AddModelError(field, texts["password.long", PasswordFormat.MaxLength]);
    }

    /// <summary>Whether the service does not want this password; said in our words then.</summary>
    /// <param name="problem">Why it was not done.</param>
    /// <param name="name">The service's name of the field.</param>
    /// <param name="field">The page's name of it.</param>
    /// <param name="state">Told what is wrong.</param>
    /// <param name="texts">In the language of who reads.</param>
    /// <param name="isFirst">Whether the account has none yet, which the new one could repeat.</param>
    public static bool Explain(
        ApiProblem problem, string name, string field, ModelStateDictionary state, PageTexts texts, bool isFirst = false)
    {
        if (!problem.Fields.Contains(name))
            return false;
        state.AddModelError(field, texts[isFirst ? "password.refused.first" : "password.refused"]);
        return true;
    }
}
