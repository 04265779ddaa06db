using Microsoft.AspNetCore.Components;

namespace Helpdesk.Notification.Mails;

/// <summary>The HTML part of one kind of mail.</summary>
public abstract class MailComponent<TMail> : ComponentBase where TMail : Mail
{
    [Parameter, EditorRequired]
    public TMail Mail { get; set; } = null!;

    [Parameter, EditorRequired]
    public MailFormatter Format { get; set; } = null!;
}
