using Helpdesk.Identity.Accounts;

namespace Helpdesk.Identity.Settings;

/// <summary>What is wrong with settings, field by field, in words. What was not chosen is judged by its default: a warning must come before the closing whoever chose either.</summary>
static class SettingsRules
{
    static readonly string[] Known = ["es", "en"];
    static readonly string[] Sights = ["Assigned", "TheirAreas", "Everything"];
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static Dictionary<string, string[]> Wrong(SettingsValues chosen, SettingsInForce defaults)
    {
        var wrong = new Dictionary<string, string[]>();
        var all = defaults.With(chosen);
        Demand("name", all.Name.Trim().Length is > 0 and <= Account.MaxName && !all.Name.Any(char.IsControl), $"A name is one line of at most {Account.MaxName} characters.");
        Demand("zone", TimeZoneNameAttribute.Knows(all.Zone), "This is not a time zone such as America/Guayaquil.");
        Demand("languages", all.Languages.Count is > 0 and <= 2 && all.Languages.All(Known.Contains) && all.Languages.Distinct().Count() == all.Languages.Count, "Choose es, en or both.");
        Demand("language", all.Languages.Contains(all.Language), "This must be one of the languages that people may choose from.");
        Between("closeAfter", all.CloseAfter, Hour, Year);
        Demand("warnAfter", all.WarnAfter > TimeSpan.Zero && all.WarnAfter < all.CloseAfter, "The warning must come before the closing.");
        Between("reopenWindow", all.ReopenWindow, TimeSpan.Zero, Year);
        Between("purgeAfter", all.PurgeAfter, Hour, 10 * Year);
        Demand("agentsSee", Sights.Contains(all.AgentsSee), $"Choose one of these: {string.Join(", ", Sights)}.");
        Between("staffIdle", all.StaffIdle, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));
        Demand("staffIdleWarning", all.StaffIdleWarning >= TimeSpan.FromSeconds(10) && all.StaffIdleWarning < all.StaffIdle, "The warning must come at least 10 seconds before the end, and after the beginning.");
        Demand("wrongPasswords", all.WrongPasswords is >= 3 and <= 10, "Choose a number from 3 to 10.");
        Between("lockFor", all.LockFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        Between("invitationFor", all.InvitationFor, Hour, TimeSpan.FromDays(30));
        Between("passwordResetFor", all.PasswordResetFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));
        Between("confirmationFor", all.ConfirmationFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(7));
        if (chosen.Mail is { } mail)
            Check(mail);
        return wrong;

        void Check(MailServer server)
        {
            Demand("mail.server", server.Server is null || IsServer(server.Server), "Write the server as smtp://host:port or smtps://host:port.");
            Demand("mail.user", server.User is null || IsLine(server.User, 200), "A user name is one line of at most 200 characters.");
            Demand("mail.password", server.Password is null || IsLine(server.Password, 200), "A password is one line of at most 200 characters.");
            Demand("mail.from", server.From is null || (server.From.Length <= Account.MaxEmail && new MailAddressAttribute().IsValid(server.From)), "This is not a mail address such as help@example.org.");
            Demand("mail.sender", server.Sender is null || IsLine(server.Sender, Account.MaxName), $"A name is one line of at most {Account.MaxName} characters.");
        }

        void Between(string field, TimeSpan value, TimeSpan least, TimeSpan most) => Demand(field, value >= least && value <= most, $"Choose a duration from {least:c} to {most:c}.");

        void Demand(string field, bool holds, string message)
        {
            if (!holds)
                wrong[field] = [message];
        }
    }

    static bool IsServer(string text) => text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "smtp" or "smtps"
        && server is { Host.Length: > 0, Port: > 0, UserInfo: "", PathAndQuery: "/" or "" };

    static bool IsLine(string text, int length) => text.Length <= length && !text.Any(char.IsControl);
}
