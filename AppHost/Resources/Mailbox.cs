using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Resources;

/// <summary>The local mailbox: maildev on Node.js.</summary>
sealed class MailboxResource(string name, string directory, int port)
    : ExecutableResource(name, "node", directory), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; } =
        ReferenceExpression.Create($"smtp://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
}

static class Mailboxes
{
    public static IResourceBuilder<MailboxResource> AddMailbox(this IDistributedApplicationBuilder builder, string name)
    {
        var (smtp, web) = (Ports.Free(), Ports.Free());
        var server = new MailboxServer(builder.DataDirectory(name), smtp, web);
        return builder.AddResource(new MailboxResource(name, builder.DataDirectory(""), smtp))
            .WithServerCommand(server.Command(), token => server.InitializeAsync(Path.Combine(builder.AppHostDirectory, "mailbox"), token))
            .WithListener(web, "http", "http").WithListener(smtp, "smtp", "smtp")
            .WithHealthProbe("takes-mail", token => Ports.AnswersAsync(smtp, token)).WithHttpProbe(web, "/");
    }
}
