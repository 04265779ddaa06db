using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Settings;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Identity.Settings;

/// <summary>
/// What is wrong with the settings that are chosen, field by field, in words. A default is judged only beside a choice that must fit it:
/// a warning comes before the closing whoever chose either. What is merely configured wrong must not keep anybody from saving something
/// else.
/// </summary>
sealed class SettingsValidator
{
    static readonly string[] KnownLanguages = ["es", "en"];
    static readonly string[] AgentVisibilities = ["Assigned", "TheirAreas", "Everything"];
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan Year = TimeSpan.FromDays(365);

    readonly Dictionary<string, string[]> _faults = [];

    SettingsValidator()
    {
    }

    /// <summary>Sentences by the names of the fields; none when all is well.</summary>
    public static Dictionary<string, string[]> Validate(SettingsValues chosen, SettingsDefaults defaults)
    {
        var validator = new SettingsValidator();
        var effective = defaults.Values.With(chosen);
        validator.CheckInstallation(chosen, effective);
        validator.CheckTickets(chosen, effective);
        validator.CheckAccounts(chosen, effective);
        validator.CheckLimits(chosen);
        if (chosen.Mail is { } mail)
            validator.CheckMail(mail, defaults.MailPorts);
        return validator._faults;
    }

    void CheckInstallation(SettingsValues chosen, EffectiveSettings effective)
    {
        Require("name", new PersonNameAttribute().IsValid(chosen.Name), $"A name is one line of at most {AccountLimits.Name} characters.");
        Require("zone", new TimeZoneNameAttribute().IsValid(chosen.Zone), "This is not a time zone such as America/Guayaquil.");
        Require("languages", chosen.Languages is null || AreLanguages(chosen.Languages), "Choose es, en or both.");
        Require(
            "language", (chosen.Language is null && chosen.Languages is null) || effective.Languages.Contains(effective.Language),
            "This must be one of the languages that people may choose from.");
    }

    void CheckTickets(SettingsValues chosen, EffectiveSettings effective)
    {
        RequireBetween("closeAfter", chosen.CloseAfter, Hour, Year);
        Require(
            "warnAfter",
            (chosen.WarnAfter is null && chosen.CloseAfter is null)
                || (effective.WarnAfter > TimeSpan.Zero && effective.WarnAfter < effective.CloseAfter),
            "The warning must come before the closing.");
        RequireBetween("reopenWindow", chosen.ReopenWindow, TimeSpan.Zero, Year);
        RequireBetween("purgeAfter", chosen.PurgeAfter, Hour, 10 * Year);
        Require(
            "agentsSee", chosen.AgentsSee is null || AgentVisibilities.Contains(chosen.AgentsSee),
            $"Choose one of these: {string.Join(", ", AgentVisibilities)}.");
    }

    void CheckAccounts(SettingsValues chosen, EffectiveSettings effective)
    {
        RequireBetween("staffIdle", chosen.StaffIdle, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));
        Require(
            "staffIdleWarning",
            (chosen.StaffIdleWarning is null && chosen.StaffIdle is null)
                || (effective.StaffIdleWarning >= TimeSpan.FromSeconds(10) && effective.StaffIdleWarning < effective.StaffIdle),
            "The warning must come at least 10 seconds before the end, and after the beginning.");
        RequireBetween("wrongPasswords", chosen.WrongPasswords, 3, 10);
        RequireBetween("lockFor", chosen.LockFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        RequireBetween("invitationFor", chosen.InvitationFor, Hour, TimeSpan.FromDays(30));
        RequireBetween("passwordResetFor", chosen.PasswordResetFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));
        RequireBetween("confirmationFor", chosen.ConfirmationFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(7));
    }

    // Enough to come in, look at the settings and choose other ones.
    void CheckLimits(SettingsValues chosen)
    {
        RequireBetween("anonymousPerMinute", chosen.AnonymousPerMinute, 5, 100_000);
        RequireBetween("signedInPerMinute", chosen.SignedInPerMinute, 20, 100_000);
        RequireBetween("signInPerMinute", chosen.SignInPerMinute, 5, 100_000);
    }

    void CheckMail(MailServer mail, IReadOnlyList<int> ports)
    {
        if (mail.Server is { } server && !IsBare(server))
            Require("mail.server", false, "Write the server as smtp://host:port or smtps://host:port.");
        else if (mail.Server is { } address && MailServerAddress.Fault(address, ports) is { } fault)
            Require("mail.server", false, fault);
        Require("mail.user", mail.User is null || IsLine(mail.User, 200), "A user name is one line of at most 200 characters.");
        Require("mail.password", mail.Password is null || IsLine(mail.Password, 200), "A password is one line of at most 200 characters.");
        Require("mail.from", mail.From is null || IsAddress(mail.From), "This is not an email address such as help@example.org.");
        var isName = new SingleLineAttribute(AccountLimits.Name).IsValid(mail.Sender);
        Require("mail.sender", isName, $"A name is one line of at most {AccountLimits.Name} characters.");
    }

    void RequireBetween(string field, TimeSpan? value, TimeSpan least, TimeSpan most) =>
        Require(field, value is null || (value >= least && value <= most), $"Choose a duration from {least:c} to {most:c}.");

    void RequireBetween(string field, int? value, int least, int most) =>
        Require(field, value is null || (value >= least && value <= most), $"Choose a number from {least} to {most}.");

    void Require(string field, bool holds, string message)
    {
        if (!holds)
            _faults[field] = [message];
    }

    static bool AreLanguages(IReadOnlyList<string> languages) => languages.Count > 0
        && languages.All(KnownLanguages.Contains) && languages.Distinct().Count() == languages.Count;

    /// <summary>An address and nothing besides: user and password have fields of their own.</summary>
    static bool IsBare(string text) => text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var server)
        && server is { UserInfo: "", PathAndQuery: "/" or "", Fragment: "" };

    static bool IsAddress(string text) => text.Length <= AccountLimits.Email && new ValidEmailAddressAttribute().IsValid(text);

    static bool IsLine(string text, int length) => text.Length <= length && !text.Any(char.IsControl);
}
