using SmtpServer;
using SmtpServer.Protocol;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>Answers EHLO with what the test has it offer.</summary>
sealed class MailServerCommands(MailServer server) : SmtpCommandFactory
{
    const string Caller = "caller";

    public static string NameOf(ISessionContext context) => context.Properties.TryGetValue(Caller, out var name) ? (string)name : "";

    public override SmtpCommand CreateEhlo(string domainOrAddress) => new Ehlo(domainOrAddress, server);

    sealed class Ehlo(string domainOrAddress, MailServer server) : EhloCommand(domainOrAddress)
    {
        protected override IEnumerable<string> GetExtensions(ISessionContext context)
        {
            context.Properties[Caller] = DomainOrAddress;
            var tls = !context.Pipe.IsSecure && context.EndpointDefinition.CertificateFactory is not null;
            string[] more = [tls ? "STARTTLS" : "", server.Account is null ? "" : "AUTH PLAIN LOGIN"];
            return [.. server.Extensions, .. more.Where(x => x.Length > 0)];
        }
    }
}
