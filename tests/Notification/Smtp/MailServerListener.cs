using SmtpServer;
using SmtpServer.IO;
using SmtpServer.Net;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>Lets callers in, and leaves them waiting at the door while the server is to be silent.</summary>
sealed class MailServerListener(MailServer server) : EndpointListenerFactory
{
    public override IEndpointListener CreateListener(IEndpointDefinition endpointDefinition) =>
        new Listener(base.CreateListener(endpointDefinition), server);

    sealed class Listener(IEndpointListener listener, MailServer server) : IEndpointListener
    {
        public async Task<ISecurableDuplexPipe> GetPipeAsync(ISessionContext context, CancellationToken cancellationToken)
        {
            while (true)
            {
                var pipe = await listener.GetPipeAsync(context, cancellationToken);
                server.CountConnection();
                if (!server.Silent)
                    return pipe;
                context.Properties.Clear();
                _ = server.KeepWaitingAsync(pipe);
            }
        }

        public void Dispose() => listener.Dispose();
    }
}
