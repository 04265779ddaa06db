using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Transport;
using MimeKit;

namespace Helpdesk.Notification.Tests;

public sealed class Mails_that_people_wrote
{
    static readonly string[] Theirs = [AgentRepliedMail.Name, CommentAddedMail.Name, CustomerRepliedMail.Name];

    [Fact]
    public async Task Are_not_marked_as_automatic_and_all_others_are()
    {
        foreach (var mail in Every_kind_of_mail.Of("Ana Pérez", "Carlos Ruiz", "El correo", "No puedo entrar", "Hola"))
        {
            using var message = MimeMessages.Create(await Rendering.RenderAsync(mail, "es"));
            // That a merged ticket brought them the system says, and nobody's words.
            var theirs = Theirs.Contains(mail.Template) && mail is not CustomerRepliedMail { Messages: [] };
            Assert.Equal(theirs ? null : "auto-generated", message.Headers[HeaderId.AutoSubmitted]);
            Assert.Equal(theirs ? null : "All", message.Headers["X-Auto-Response-Suppress"]);
        }
    }
}
