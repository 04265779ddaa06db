using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Settings;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Identity.Settings;

/// <summary>
/// What is wrong with the settings that are chosen, field by field, in words. A default is judged only beside a choice that must fit it:
/// a warning comes before the closing whoever chose either. What is merely configured wrong must not keep anybody from saving something else.
/// </summary>
static class SettingsValidator
{
    static readonly string[] Known = ["es", "en"];
    static readonly string[] AgentVisibilities = ["Assigned", "TheirAreas", "Everything"];
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static Dictionary<string, string[]> Validate(SettingsValues chosen, SettingsDefaults defaults)
    {
        var wrong = new Dictionary<string, string[]>();
        var all = defaults.Values.With(chosen);
        Demand("name", new PersonNameAttribute().IsValid(chosen.Name), $"A name is one line of at most {AccountLimits.Name} characters.");
        Demand("zone", chosen.Zone is null || IanaTimeZone.TryFind(chosen.Zone, out _), "This is not a time zone such as America/Guayaquil.");
        Demand("languages", chosen.Languages is null || AreLanguages(chosen.Languages), "Choose es, en or both.");
        Demand("language", (chosen.Language is null && chosen.Languages is null) || all.Languages.Contains(all.Language), "This must be one of the languages that people may choose from.");
        Between("closeAfter", chosen.CloseAfter, Hour, Year);
        Demand("warnAfter", (chosen.WarnAfter is null && chosen.CloseAfter is null) || (all.WarnAfter > TimeSpan.Zero && all.WarnAfter < all.CloseAfter), "The warning must come before the closing.");
        Between("reopenWindow", chosen.ReopenWindow, TimeSpan.Zero, Year);
        Between("purgeAfter", chosen.PurgeAfter, Hour, 10 * Year);
        Demand("agentsSee", chosen.AgentsSee is null || AgentVisibilities.Contains(chosen.AgentsSee), $"Choose one of these: {string.Join(", ", AgentVisibilities)}.");
        Between("staffIdle", chosen.StaffIdle, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));
        Demand("staffIdleWarning", (chosen.StaffIdleWarning is null && chosen.StaffIdle is null) || (all.StaffIdleWarning >= TimeSpan.FromSeconds(10) && all.StaffIdleWarning < all.StaffIdle),
            "The warning must come at least 10 seconds before the end, and after the beginning.");
        Number("wrongPasswords", chosen.WrongPasswords, 3, 10);
        Between("lockFor", chosen.LockFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        Between("invitationFor", chosen.InvitationFor, Hour, TimeSpan.FromDays(30));
        Between("passwordResetFor", chosen.PasswordResetFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));
        Between("confirmationFor", chosen.ConfirmationFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(7));
        // Enough to come in, look at the settings and choose other ones.
        Number("anonymousPerMinute", chosen.AnonymousPerMinute, 5, 100_000);
        Number("signedInPerMinute", chosen.SignedInPerMinute, 20, 100_000);
        Number("signInPerMinute", chosen.SignInPerMinute, 5, 100_000);
        if (chosen.Mail is { } mail)
            Check(mail);
        return wrong;

        void Check(MailServer server)
        {
            Demand("mail.server", server.Server is null || IsBare(server.Server), "Write the server as smtp://host:port or smtps://host:port.");
            if (server.Server is { } address && IsBare(address) && MailServerAddress.Fault(address, defaults.MailPorts) is { } fault)
                Demand("mail.server", false, fault);
            Demand("mail.user", server.User is null || IsLine(server.User, 200), "A user name is one line of at most 200 characters.");
            Demand("mail.password", server.Password is null || IsLine(server.Password, 200), "A password is one line of at most 200 characters.");
            Demand("mail.from", server.From is null || IsAddress(server.From), "This is not an email address such as help@example.org.");
            var isName = new SingleLineAttribute(AccountLimits.Name).IsValid(server.Sender);
            Demand("mail.sender", isName, $"A name is one line of at most {AccountLimits.Name} characters.");
        }

        void Between(string field, TimeSpan? value, TimeSpan least, TimeSpan most) => Demand(field, value is null || (value >= least && value <= most), $"Choose a duration from {least:c} to {most:c}.");

        void Number(string field, int? value, int least, int most) => Demand(field, value is null || (value >= least && value <= most), $"Choose a number from {least} to {most}.");

        void Demand(string field, bool holds, string message)
        {
            if (!holds)
                wrong[field] = [message];
        }
    }

    static bool AreLanguages(IReadOnlyList<string> languages) => languages.Count is > 0 and <= 2 && languages.All(Known.Contains) && languages.Distinct().Count() == languages.Count;

    /// <summary>An address and nothing besides: user and password have fields of their own.</summary>
    static bool IsBare(string text) => text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var server) && server is { UserInfo: "", PathAndQuery: "/" or "", Fragment: "" };

    static bool IsAddress(string text) => text.Length <= AccountLimits.Email && new ValidEmailAddressAttribute().IsValid(text);

    static bool IsLine(string text, int length) => text.Length <= length && !text.Any(char.IsControl);
}
