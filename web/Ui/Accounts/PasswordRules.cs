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
    public static bool Explain(ApiProblem problem, string name, string field, ModelStateDictionary state, PageTexts texts)
    {
        if (!problem.Fields.Contains(name))
            return false;
        state.AddModelError(field, texts["password.refused"]);
        return true;
    }
}
