namespace Helpdesk.Ui.Api;

/// <summary>The services, by the names under which they are discovered.</summary>
public static class ServiceNames
{
    public const string Assignment = "assignment";
    public const string Attachment = "attachment";
    public const string Captcha = "captcha";
    public const string Identity = "identity";
    public const string Notification = "notification";
    public const string Operations = "operations";
    public const string Ticketing = "ticketing";
}
