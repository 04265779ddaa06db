using Helpdesk.Api.Operations;

namespace Helpdesk.Ui.Api;

/// <summary>What everybody may know from Operations.</summary>
public sealed class OperationsClient(ApiSender api)
{
    public Task<ApiResult<StatusResponse>> GetStatusAsync(CancellationToken cancellationToken) =>
        api.SendAsync<StatusResponse>(new(HttpMethod.Get, ServiceNames.Operations, "/api/operations/status"), cancellationToken);
}
