using System.Net;
using Xunit;

namespace Helpdesk.Fixtures;

/// <summary>Fails a test at the first unexpected 5xx, with the server's log.</summary>
sealed class ServerErrorGuard(WarningLog log, ISet<HttpStatusCode> expected) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode >= HttpStatusCode.InternalServerError && !expected.Contains(response.StatusCode))
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            Assert.Fail($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {body}\n{log}");
        }

        return response;
    }
}
