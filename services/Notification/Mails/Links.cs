using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Notification.Mails;

/// <summary>Addresses that mails lead to, under the public address of the installation.</summary>
sealed record Links(string Portal)
{
    public static Links Read(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Links:Portal"], UriKind.Absolute, out var portal) && portal.Scheme is ("http" or "https")
            ? new(portal.AbsoluteUri.TrimEnd('/'))
            : throw new InvalidOperationException("Links:Portal must be the public address of this installation, such as https://help.example.org");

    public string Of(Mail mail, Seals seals)
    {
        if (mail.Ticket.TrackingToken is not { } token)
            return $"{Portal}/desk/tickets/{Uri.EscapeDataString(mail.Ticket.Number)}";
        var secret = seals.Open<TrackingSecret>(token) ?? throw new InvalidOperationException("The tracking link cannot be opened with the keys of this host; all hosts must share DataProtection:Keys.");
        return secret.LinkAt(Portal);
    }
}
