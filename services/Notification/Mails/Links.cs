using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>Addresses that mails lead to: the customers' pages under the public address of the installation, and the staff's.</summary>
sealed record Links(string Portal, string Desk)
{
    const string OtherKeys = "The link cannot be opened with the keys of this host; all hosts must share DataProtection:Keys.";

    public static Links Read(IConfiguration configuration)
    {
        var portal = Address(configuration["Links:Portal"]) ?? throw new InvalidOperationException(
            "Links:Portal must be the public address of this installation, such as https://help.example.org");
        if (configuration["Links:Desk"] is not { } desk)
            return new(portal, portal + "/desk");
        return new(portal, Address(desk) ?? throw new InvalidOperationException(
            "Links:Desk must be the address of the staff's pages, such as https://desk.example.org"));
    }

    public string Ticket(string number) => $"{Desk}/tickets/{Uri.EscapeDataString(number)}";

    public string Tracking(string token, ValueProtector protector) =>
        (protector.Unprotect<TrackingSecret>(token) ?? throw new InvalidOperationException(OtherKeys)).LinkAt(Portal);

    public string Secret(string token, string page, bool staff, ValueProtector protector) =>
        (protector.Unprotect<LinkSecret>(token) ?? throw new InvalidOperationException(OtherKeys)).LinkAt(Home(staff), page);

    public string Home(bool staff) => staff ? Desk : Portal;

    /// <summary>Where a mail program turns a kind of mail off at its reader's click.</summary>
    public string Unsubscribe(string seal) => $"{Portal}/api/preferences/unsubscriptions?token={seal}";

    static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address.AbsoluteUri.TrimEnd('/') : null;
}
