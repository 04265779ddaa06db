using System.Net;
using Xunit;

namespace Helpdesk.Fixtures;

/// <summary>Fails a test at the first fault of the server that it did not ask for, with what the server logged.</summary>
sealed class ServerErrorGuard(WarningLog log, ISet<HttpStatusCode> expected) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode >= HttpStatusCode.InternalServerError && !expected.Contains(response.StatusCode))
            Assert.Fail(
                $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}\n{log}");
        return response;
    }
}
